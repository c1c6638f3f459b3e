//go:build !linux

package attach

import (
	"context"
	"net/url"

	"schedviz/traceview/input"
)

func byPID(context.Context, int, input.Options) (*Program, error) { return nil, errNotHere }

func processAt(context.Context, *url.URL) (int, error) { return 0, errNotHere }

func (p *Program) identify(int) error { return errNotHere }
