// chart.js draws figures over time: what each teller gave, when, with its bounds. Nothing is joined
// by a slope: a line holds a number until the same teller gives another. The table stands in the page.
//
//	<div class="chart" data-chart data-json="ID" data-words="{…}"></div>
//	<script type="application/json" id="ID">{…}</script>
//	<script type="module" src="{{asset "chart.js"}}"></script>
//
// The data:
//
//	{ "label": "killed, Sarmin, 4 March 2021",
//	  "series": [{ "name": "Civil Defence", "points": [
//	    { "at": "2021-03-04T10:00:00Z", "low": 12, "high": 12, "text": "12 killed", "by": "…", "href": "/ar/report/…" }] }] }
//
// at is a day or an RFC 3339 time. low and high are the record's: null where that side is open, and
// then the bar ends in an arrow; a point with neither is left to the table. text is the figure
// as printed, by whom it is from and through whom, both plain strings in the page's language; href opens
// the report. More than six tellers are drawn with the same six signs again.
//
// Words: none; label names the picture.

import { address, colours, dataOf, make, onTheme } from './words.js';

const signs = ['circle', 'rect', 'triangle', 'diamond', 'pin', 'arrow'];
const shapes = ['●', '■', '▲', '◆', '⬮', '➤'];

for (const element of document.querySelectorAll('[data-chart]')) start(element);

async function start(element) {
	const [{ init }, data] = await Promise.all([import('./echarts.mjs'), dataOf(element), document.fonts.load('14px Desk', 'a\u0627')]);
	const series = (data.series ?? []).map((s, i) => ({ ...s, sign: signs[i % 6], colour: `series-${i % 6 + 1}`, shape: shapes[i % 6] }))
		.map(s => ({ ...s, points: s.points.filter(p => p.low !== null || p.high !== null) })).filter(s => s.points.length > 0);
	if (series.length === 0) return;
	// an empty chart takes no room; it must have some to be measured
	const box = make('div', { class: 'plot' });
	element.append(box, legend(series));
	const chart = init(box, null, { renderer: 'svg' });
	const draw = () => {
		chart.setOption(option(element, data, series), true);
		const picture = box.querySelector('svg');
		picture?.setAttribute('role', 'img');
		picture?.setAttribute('aria-label', data.label ?? '');
	};
	draw();
	chart.on('click', e => { const to = address(e.data?.point?.href); if (to) location.assign(to); });
	onTheme(draw);
	// it is called once at the start too, and draws anew: only then is the picture there to stay
	new ResizeObserver(() => { chart.resize(); element.dataset.drawn = ''; }).observe(box);
}

function legend(series) {
	return make('ul', { class: 'legend' }, ...series.map(s => {
		const sign = make('span', { class: `key ${s.colour}`, 'aria-hidden': 'true' }, s.shape);
		return make('li', {}, sign, ' ', make('bdi', {}, s.name));
	}));
}

function option(element, data, series) {
	const colour = colours(element), rtl = getComputedStyle(element).direction === 'rtl';
	const language = element.closest('[lang]')?.lang || 'en';
	const number = new Intl.NumberFormat(language === 'ar' ? 'ar-u-nu-latn' : language);
	const times = series.flatMap(s => s.points.map(p => Date.parse(p.at))).filter(Number.isFinite);
	const [first, last] = [Math.min(...times), Math.max(...times)];
	const short = last - first < 2 * 86_400_000;
	const day = new Intl.DateTimeFormat(language === 'ar' ? 'ar-u-nu-latn-ca-gregory' : language, {
		timeZone: 'UTC', day: 'numeric', month: 'short', ...short ? { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } : {}, ...last - first > 300 * 86_400_000 ? { year: 'numeric' } : {},
	});
	// the picture runs left to right in itself: an Arabic date is held together in it
	const date = t => (rtl ? '\u2067' : '\u2066') + day.format(t) + '\u2069';
	const room = Math.max((last - first) * 0.08, 3 * 3_600_000);
	const top = Math.max(...series.flatMap(s => s.points.flatMap(p => [p.low ?? 0, p.high ?? 0])));
	// what several give at one time is set side by side, so that none hides another
	const there = new Map();
	const aside = value => { const key = String(value), n = there.get(key) ?? 0; there.set(key, n + 1); return 13 * (rtl ? -n : n); };
	const font = { fontFamily: 'Desk', fontSize: 13, color: colour('faint') };
	const axis = { axisLine: { lineStyle: { color: colour('edge') } }, axisTick: { lineStyle: { color: colour('edge') } }, splitLine: { lineStyle: { color: colour('line') } } };
	return {
		animation: false, textStyle: font,
		grid: { top: 20, bottom: 34, left: rtl ? 24 : 54, right: rtl ? 54 : 24 },
		aria: { enabled: false },
		tooltip: {
			trigger: 'item', renderMode: 'richText', confine: true, backgroundColor: colour('leaf'), borderColor: colour('edge'),
			textStyle: { fontFamily: 'Desk', fontSize: 14, color: colour('ink'), align: rtl ? 'right' : 'left' },
			formatter: e => { const p = e.data.point; return [p.text, p.by, date(Date.parse(p.at))].filter(Boolean).join('\n'); },
		},
		xAxis: { type: 'time', inverse: rtl, min: first - room, max: last + room, ...axis, splitLine: { show: false }, axisLabel: { ...font, hideOverlap: true, formatter: date } },
		yAxis: { type: 'value', position: rtl ? 'right' : 'left', min: 0, max: ceiling(top), minInterval: 1, ...axis, axisLabel: { ...font, formatter: n => number.format(n) } },
		series: series.flatMap(s => {
			const points = s.points.map(p => {
				const value = [Date.parse(p.at), p.low ?? p.high, p.low ?? -1, p.high ?? -1];
				const shift = aside(value.slice(0, 2));
				return { value: [...value, shift], symbolOffset: [shift, 0], point: p };
			});
			return [
				{ type: 'line', step: 'end', data: points, name: s.name, symbol: s.sign, symbolSize: 11, z: 3, cursor: 'pointer', lineStyle: { color: colour(s.colour), width: 1, type: 'dotted' }, itemStyle: { color: colour(s.colour), borderColor: colour('leaf'), borderWidth: 1 }, emphasis: { disabled: true } },
				{ type: 'custom', data: points.filter(p => p.value[2] !== p.value[3]), silent: true, z: 2, encode: { x: 0, y: [2, 3] }, renderItem: (_, api) => bar(api, colour(s.colour), ceiling(top)) },
			];
		}),
	};
}

// ceiling is a round number above all others, with room for arrows.
function ceiling(top) {
	const step = 10 ** Math.floor(Math.log10(Math.max(top, 1)));
	return Math.max(2, Math.ceil(top * 1.12 / (step / 2)) * (step / 2));
}

// bar runs from the lower to the upper bound; an open end is an arrow.
function bar(api, stroke, top) {
	const [low, high] = [api.value(2), api.value(3)];
	const [at, from] = api.coord([api.value(0), low < 0 ? 0 : low]);
	const x = at + api.value(4);
	const to = high < 0 ? api.coord([api.value(0), Math.min(top, low + top * 0.12)])[1] : api.coord([api.value(0), high])[1];
	const line = (x1, y1, x2, y2) => ({ type: 'line', shape: { x1, y1, x2, y2 }, style: { stroke, lineWidth: 2 } });
	const head = (y, up) => [line(x, y, x - 5, y + up * 6), line(x, y, x + 5, y + up * 6)];
	const end = y => [line(x - 5, y, x + 5, y)];
	return { type: 'group', children: [line(x, from, x, to), ...high < 0 ? head(to, 1) : end(to), ...low < 0 ? head(from, -1) : end(from)] };
}
