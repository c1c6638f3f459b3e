package workloads

import _ "embed"
