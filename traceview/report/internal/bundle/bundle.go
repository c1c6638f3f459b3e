// Package bundle generates the generated part of the page's scripts: the module that names
// the columns of the page's data and, for each kind of page, the bundle of its modules. It is
// for go generate and tests: the command does not depend on it.
package bundle

import (
	"encoding/json"
	"errors"
	"fmt"
	"path/filepath"
	"strings"

	"github.com/evanw/esbuild/pkg/api"
)

// Entries are the modules that start a page, relative to the assets, by the name of their
// bundle.
var Entries = map[string]string{
	"page":       "page/page.js",
	"comparison": "comparison/comparison.js",
	"sweep":      "comparison/sweep.js",
}

// Global is the global variable with the exports of a page's entry module.
const Global = "schedviz"

// Script bundles an entry module and all its imports; assets is their directory. Warnings of
// esbuild are errors too, such as a name that a module does not export.
func Script(assets, entry string) ([]byte, error) {
	result, err := build(assets, entry)
	if err != nil {
		return nil, err
	}
	return result.OutputFiles[0].Contents, nil
}

// Imports lists, for each module that an entry depends on, the modules it imports, both
// relative to the assets.
func Imports(assets, entry string) (map[string][]string, error) {
	result, err := build(assets, entry)
	if err != nil {
		return nil, err
	}
	var meta struct {
		Inputs map[string]struct {
			Imports []struct{ Path string }
		}
	}
	if err := json.Unmarshal([]byte(result.Metafile), &meta); err != nil {
		return nil, fmt.Errorf("reading what %s imports: %w", entry, err)
	}
	imports := map[string][]string{}
	for module, of := range meta.Inputs {
		imports[module] = nil
		for _, i := range of.Imports {
			imports[module] = append(imports[module], i.Path)
		}
	}
	return imports, nil
}

func build(assets, entry string) (api.BuildResult, error) {
	dir, err := filepath.Abs(assets)
	if err != nil {
		return api.BuildResult{}, fmt.Errorf("bundling %s: %w", entry, err)
	}
	result := api.Build(api.BuildOptions{
		AbsWorkingDir:     dir,
		EntryPoints:       []string{entry},
		Bundle:            true,
		Format:            api.FormatIIFE,
		GlobalName:        Global,
		Target:            api.ES2022,
		Charset:           api.CharsetUTF8,
		LegalComments:     api.LegalCommentsNone,
		MinifyWhitespace:  true,
		MinifySyntax:      true,
		MinifyIdentifiers: true,
		LineLimit:         160, // so that diffs are limited to some lines
		Metafile:          true,
		TsconfigRaw:       "{}", // tsconfig.json is for checking types, and must not change the bundle
		Outdir:            "bundles",
	})
	if said := append(result.Errors, result.Warnings...); len(said) > 0 {
		text := api.FormatMessages(said, api.FormatMessagesOptions{Kind: api.ErrorMessage})
		return result, fmt.Errorf("bundling %s: %w", entry, errors.New(strings.TrimSpace(strings.Join(text, ""))))
	}
	return result, nil
}
