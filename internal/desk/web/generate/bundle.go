package main

import (
	"errors"
	"os"
	"path/filepath"
	"strings"

	"github.com/evanw/esbuild/pkg/api"
)

// charts is what of echarts the desk draws with. Nothing else of it is shipped.
const charts = `
export { init, use } from 'echarts/core';
import { use } from 'echarts/core';
import { LineChart, ScatterChart, CustomChart } from 'echarts/charts';
import { GridComponent, TooltipComponent, AriaComponent, MarkAreaComponent } from 'echarts/components';
import { SVGRenderer } from 'echarts/renderers';
use([LineChart, ScatterChart, CustomChart, GridComponent, TooltipComponent, AriaComponent, MarkAreaComponent, SVGRenderer]);
`

// bundle makes one module of echarts' parts that charts names, and of what these need. got are the
// files of all packages.
func bundle(got map[string]map[string][]byte) (_ []byte, err error) {
	dir, err := os.MkdirTemp("", "charts")
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(dir)) }()
	for _, pkg := range []string{"echarts", "zrender", "tslib"} {
		for name, b := range got[pkg] {
			if !strings.HasSuffix(name, "js") && filepath.Base(name) != "package.json" {
				continue
			}
			at := filepath.Join(dir, "node_modules", pkg, filepath.FromSlash(name))
			if err := os.MkdirAll(filepath.Dir(at), 0o755); err != nil {
				return nil, err
			}
			if err := os.WriteFile(at, b, 0o644); err != nil {
				return nil, err
			}
		}
	}
	built := api.Build(api.BuildOptions{
		Stdin:         &api.StdinOptions{Contents: charts, ResolveDir: dir, Sourcefile: "charts.js"},
		AbsWorkingDir: dir,
		Bundle:        true, TreeShaking: api.TreeShakingTrue,
		MinifyIdentifiers: true, MinifySyntax: true, MinifyWhitespace: true,
		Format: api.FormatESModule, Target: api.ES2022, Charset: api.CharsetUTF8,
		LegalComments: api.LegalCommentsNone, // LICENCES.txt has them
		Define:        map[string]string{"process.env.NODE_ENV": `"production"`},
	})
	if len(built.Errors) > 0 {
		return nil, errors.New(strings.Join(api.FormatMessages(built.Errors, api.FormatMessagesOptions{}), "\n"))
	}
	return append([]byte("/*! Apache ECharts, zrender, tslib: see LICENCES.txt */\n"), built.OutputFiles[0].Contents...), nil
}
