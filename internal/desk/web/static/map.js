// map.js draws places on an offline map: outlines of the world from world.json, names by the
// page's own letters. The list beside it says the same; the map is a second way to it.
//
//	<div class="map" data-map data-src="/api/v1/places?..." data-words="{…}"></div>
//	<script type="module" src="{{asset "map.js"}}"></script>
//
// or data-json="ID" for a <script type="application/json" id="ID"> in the page. The data are
// GeoJSON (RFC 7946), a FeatureCollection of Points. The properties of each:
//
//	name       its label, in the page's language
//	precision  as of the record: "facility", "populated place": a filled sign on the place; "near",
//	           "admin2", "admin1", "country", "region": a hollow sign, and around it the area in which
//	           it may be. Any other word, and none, is taken as inexact.
//	where      how exactly the place is known, in words ("somewhere in the district")
//	meta       a line below the name: a day, a figure, how many reports (a string)
//	href       the page about it, an address of the desk
//	contested  true where accounts of it differ
//	id         the element of the list that stands for it has data-place="ID": who points at one has
//	           the other marked
//
// Words: label, zoomin, zoomout, close, nomap, failed, boundaries (whose outlines they are), and how the map
// is moved: scroll, mac, touch.

import { address, colours, dataOf, make, onTheme, wordsOf } from './words.js';

const exact = new Set(['facility', 'populated place']);

// How far from its sign a place may be, in kilometres. "near" is that of UCDP's precision 2, 25 km;
// for districts and provinces it is about the size that these have, and the area's edge is left soft.
const reach = { near: 25, admin2: 30, admin1: 80 };

// What is shown where there is no point: from Libya to Iran.
const everywhere = [[12, 12], [63, 40]];

// closest is how near, in pixels, two signs may come before they are one with a number.
const closest = 34;

for (const element of document.querySelectorAll('[data-map]')) start(element);

async function start(element) {
	const word = wordsOf(element);
	const refuse = key => element.replaceChildren(make('p', { class: 'note' }, word(key)));
	if (!document.createElement('canvas').getContext('webgl2')) return refuse('nomap');
	try {
		const [gl, data] = await Promise.all([
			import('./maplibre-gl.mjs'), dataOf(element), sheet('maplibre-gl.css'),
			document.fonts.load('16px Desk', '\u0627'), document.fonts.load('16px Desk', 'a'),
		]);
		draw(element, gl, data.features ?? [], word);
	} catch (error) {
		console.warn('map:', error.message);
		refuse('failed');
	}
}

// sheet waits for a style sheet that stands beside this module.
function sheet(name) {
	return new Promise((resolve, reject) => {
		const link = make('link', { rel: 'stylesheet', href: new URL(name, import.meta.url).href });
		link.onload = resolve;
		link.onerror = () => reject(new Error(name));
		document.head.append(link);
	});
}

function draw(element, gl, features, word) {
	const rtl = getComputedStyle(element).direction === 'rtl';
	const language = element.closest('[lang]')?.lang === 'ar' ? 'ar' : 'en';
	features = features.filter(f => f.geometry?.type === 'Point');
	const bounds = features.reduce((b, f) => b.extend(f.geometry.coordinates), new gl.LngLatBounds());
	const map = new gl.Map({
		container: element,
		style: style(element, features, language),
		bounds: bounds.isEmpty() ? everywhere : bounds,
		fitBoundsOptions: { padding: 70, maxZoom: 7.5 },
		maxZoom: 11, renderWorldCopies: false,
		dragRotate: false, pitchWithRotate: false, touchPitch: false,
		attributionControl: false, cooperativeGestures: true, fadeDuration: 0,
		locale: {
			'Map.Title': word('label'), 'NavigationControl.ZoomIn': word('zoomin'), 'NavigationControl.ZoomOut': word('zoomout'),
			'Popup.Close': word('close'), 'Marker.Title': '',
			'CooperativeGesturesHandler.WindowsHelpText': word('scroll'), 'CooperativeGesturesHandler.MacHelpText': word('mac') || word('scroll'),
			'CooperativeGesturesHandler.MobileHelpText': word('touch'),
		},
	});
	map.touchZoomRotate.disableRotation();
	map.keyboard.disableRotation();
	map.addControl(new gl.NavigationControl({ showCompass: false }), rtl ? 'top-left' : 'top-right');
	if (word('boundaries')) map.addControl(new gl.AttributionControl({ compact: false, customAttribution: word('boundaries') }), rtl ? 'bottom-left' : 'bottom-right');
	onTheme(() => map.setStyle(style(element, features, language)));
	signs(map, gl, features);
	map.once('idle', () => { element.dataset.drawn = ''; });
	addEventListener('beforeunload', () => map.remove());
}

// style is the map's look in the colours of the page.
function style(element, features, language) {
	const colour = colours(element);
	const world = new URL('world.json', import.meta.url).href;
	return {
		version: 8,
		sources: {
			world: { type: 'geojson', data: world, tolerance: 0.2 },
			areas: { type: 'geojson', data: { type: 'FeatureCollection', features: features.flatMap(area) } },
			places: { type: 'geojson', data: { type: 'FeatureCollection', features: named(features) } },
		},
		layers: [
			{ id: 'sea', type: 'background', paint: { 'background-color': colour('sea') } },
			{ id: 'land', type: 'fill', source: 'world', filter: ['==', ['get', 'k'], 'land'], paint: { 'fill-color': colour('land'), 'fill-outline-color': colour('edge') } },
			{ id: 'border', type: 'line', source: 'world', filter: ['==', ['get', 'k'], 'border'], paint: { 'line-color': colour('edge'), 'line-width': 1, 'line-dasharray': [4, 2] } },
			{ id: 'area', type: 'fill', source: 'areas', paint: { 'fill-color': colour('seal'), 'fill-opacity': 0.12 } },
			{ id: 'around', type: 'line', source: 'areas', filter: ['==', ['get', 'precision'], 'near'], paint: { 'line-color': colour('seal'), 'line-width': 1, 'line-dasharray': [2, 3] } },
			{
				id: 'country', type: 'symbol', source: 'world', filter: ['==', ['get', 'k'], 'name'],
				layout: { 'text-field': ['get', language], 'text-font': ['Desk'], 'text-size': 13, 'symbol-sort-key': ['+', 100, ['get', 'z']], 'text-max-width': 7, 'text-padding': 8 },
				paint: { 'text-color': colour('faint'), 'text-halo-color': colour('land'), 'text-halo-width': 1.5 },
			},
			{
				id: 'place', type: 'symbol', source: 'places',
				layout: { 'text-field': ['coalesce', ['get', 'name'], ''], 'text-font': ['Desk'], 'text-size': 14, 'text-variable-anchor': ['left', 'right', 'top', 'bottom'], 'text-radial-offset': 0.9, 'text-padding': 4 },
				paint: { 'text-color': colour('ink'), 'text-halo-color': colour('paper'), 'text-halo-width': 2 },
			},
		],
	};
}

// named are the features whose names are written: of several at one place of one name, one.
function named(features) {
	const seen = new Set();
	return features.filter(f => {
		const key = `${f.properties.name} ${f.geometry.coordinates}`;
		return !seen.has(key) && seen.add(key);
	});
}

// area is the ground on which an inexact place may lie, as a ring of 48 corners.
function area(feature) {
	const km = reach[feature.properties.precision];
	if (!km) return [];
	const [lon, lat] = feature.geometry.coordinates;
	const ring = Array.from({ length: 49 }, (_, i) => {
		const turn = i / 48 * 2 * Math.PI;
		return [lon + km / 111.32 / Math.cos(lat * Math.PI / 180) * Math.cos(turn), lat + km / 110.57 * Math.sin(turn)];
	});
	return [{ type: 'Feature', properties: { precision: feature.properties.precision }, geometry: { type: 'Polygon', coordinates: [ring] } }];
}

// signs keeps a button on the map for each place in sight, and one with a number for those that
// would lie on one another. They stand in the order of the list, so that the keyboard meets them so.
function signs(map, gl, features) {
	let shown = [], popup;
	const close = () => { popup?.remove(); popup = undefined; };
	const open = (button, group) => {
		close();
		const list = make('ul', { class: 'plain' }, ...group.map(card));
		popup = new gl.Popup({ maxWidth: '18rem', offset: 14, locale: {} }).setLngLat(group[0].geometry.coordinates).setDOMContent(list).addTo(map);
		popup.getElement().addEventListener('keydown', e => { if (e.key === 'Escape') { close(); button.focus(); } });
	};
	const press = (button, group) => {
		const bounds = group.reduce((b, f) => b.extend(f.geometry.coordinates), new gl.LngLatBounds());
		const spread = map.project(bounds.getNorthEast()).dist(map.project(bounds.getSouthWest()));
		if (group.length > 1 && spread > 1 && map.getZoom() < map.getMaxZoom()) {
			map.fitBounds(bounds, { padding: 70, maxZoom: map.getMaxZoom(), animate: !matchMedia('(prefers-reduced-motion: reduce)').matches });
		} else {
			open(button, group);
		}
	};
	const place = () => {
		const focused = shown.find(s => s.element === document.activeElement)?.first;
		for (const s of shown) s.marker.remove();
		shown = grouped(map, features).map(group => {
			const element = sign(group);
			element.addEventListener('click', e => { e.stopPropagation(); press(element, group); });
			const marker = new gl.Marker({ element }).setLngLat(group.at).addTo(map);
			// maplibre names and numbers what it is given; ours has its own name
			element.setAttribute('aria-label', element.dataset.label);
			element.removeAttribute('role');
			if (group[0] === focused) element.focus();
			return { marker, element, group, first: group[0] };
		});
	};
	map.on('moveend', place);
	map.once('load', place);
	for (const type of ['pointerover', 'focusin']) {
		document.addEventListener(type, e => {
			const id = e.target.closest?.('[data-place]')?.dataset.place;
			for (const s of shown) s.element.classList.toggle('on', id !== undefined && s.group.some(f => f.properties.id === id));
		});
	}
}

// grouped brings together what lies close at the map's zoom.
function grouped(map, features) {
	const groups = [], sight = map.getBounds();
	for (const f of features) {
		if (!sight.contains(f.geometry.coordinates)) continue;
		const at = map.project(f.geometry.coordinates);
		const group = groups.find(g => g.pixel.dist(at) < closest);
		if (group) group.push(f);
		else groups.push(Object.assign([f], { pixel: at, at: f.geometry.coordinates }));
	}
	return groups;
}

function sign(group) {
	const { name = '', where = '', precision } = group[0].properties;
	const many = group.length > 1;
	const kind = many ? 'many' : exact.has(precision) ? 'exact' : 'loose';
	const contested = group.some(f => f.properties.contested) ? ' contested' : '';
	const names = [...new Set(group.map(f => f.properties.name).filter(Boolean))];
	const label = many ? `${group.length}: ${names.slice(0, 5).join(', ')}${names.length > 5 ? ' …' : ''}` : [name, where].filter(Boolean).join(', ');
	return make('button', { type: 'button', class: `sign ${kind}${contested}`, 'data-label': label }, many ? String(group.length) : '');
}

function card({ properties: { name = '', where = '', meta = '', href } }) {
	const to = address(href);
	return make('li', {},
		to ? make('a', { href: to, dir: 'auto' }, name) : make('strong', { dir: 'auto' }, name),
		where && make('div', { class: 'small', dir: 'auto' }, where),
		meta && make('div', { class: 'small', dir: 'auto' }, meta));
}
