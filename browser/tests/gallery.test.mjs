// The style sheet and the modules by themselves, in both languages, by day and by night, on both
// sizes of screen.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { launch } from '../lib/browser.mjs';
import { serve } from '../lib/gallery.mjs';
import { artifacts, look, looks, open, settled } from '../lib/look.mjs';

let browser, gallery;
before(async () => { [browser, gallery] = await Promise.all([launch(), serve()]); });
after(async () => { await browser?.close(); gallery?.close(); });

const visit = async (lang, { map = true, ...options } = {}) => {
	const page = await open(browser, gallery.origin, options);
	if (!map) { // drawn by software it is what takes the time
		page.pictures = '[data-chart], [data-chain]';
		await page.route('**/map.js', route => route.fulfill({ contentType: 'text/javascript', body: '' }));
	}
	await page.goto(`${gallery.origin}/${lang}.html`);
	return page;
};

// mapped goes to a page with a map. What draws maps is a process of the browser's own, and where that has
// just fallen the page rightly says that there is none: then it is opened again, twice at most, and said.
const mapped = async (page, address) => {
	for (let tries = 0; ; tries++) {
		await page.goto(address);
		await settled(page);
		const said = await page.locator('.map .note').allInnerTexts();
		if (!said.length) return;
		console.log(`no map: ${said} ${page.wrong.join('; ')}`);
		if (tries === 2) assert.fail(`no map in three tries: ${said} ${page.wrong.join('; ')}`);
		await page.waitForTimeout(3000);
	}
};

describe('the gallery has nothing wrong', () => {
	for (const lang of ['ar', 'en']) for (const { scheme, size } of looks) {
		test(`${lang}, ${scheme}, ${size}`, async () => {
			const page = await visit(lang, { size, scheme });
			assert.deepEqual(await look(page, `gallery-${lang}-${scheme}-${size}`), []);
			await page.done();
		});
	}
});

test('what is wrong with a page is seen', async () => {
	const page = await visit('en');
	await settled(page);
	await page.evaluate(() => {
		const s = document.createElement('script');
		s.textContent = 'window.ran = true';
		const i = document.createElement('img'); // without a text, from elsewhere
		i.src = 'http://elsewhere.example/x.png';
		i.setAttribute('style', 'position:absolute;width:3000px;height:9px');
		const wide = document.createElement('div');
		wide.style.cssText = 'width:3000px;height:9px';
		document.querySelector('main').append(s, i, wide);
	});
	await page.waitForTimeout(200);
	const wrong = (await look(page)).join('\n');
	for (const kind of [/policy: script-src/, /policy: style-src/, /policy: img-src/, /axe image-alt/, /wider than the screen/]) assert.match(wrong, kind);
	assert.equal(await page.evaluate(() => 'ran' in window), false);
	await page.done();
});

test('the map: inexact places are hollow, signs close together are one, a press opens what lies there', async () => {
	const page = await open(browser, gallery.origin);
	await mapped(page, `${gallery.origin}/ar.html`);
	await page.locator('.sign.many').first().waitFor(); // signs come a moment after the map that they stand on
	const labels = await page.locator('.sign').evaluateAll(all => all.map(e => [e.className.match(/exact|loose|many/)[0], e.getAttribute('aria-label')]));
	assert.ok(labels.some(([kind, label]) => kind === 'loose' && label.includes('مخيم الرحبة')), JSON.stringify(labels));
	assert.ok(labels.some(([kind, label]) => kind === 'many' && label.startsWith('2:')), JSON.stringify(labels));
	await page.locator('.sign.exact').first().focus();
	await page.keyboard.press('Enter');
	await page.locator('.maplibregl-popup-content').waitFor();
	assert.match(await page.locator('.maplibregl-popup-content').innerText(), /سرمين/);
	await page.keyboard.press('Escape');
	assert.equal(await page.locator('.maplibregl-popup-content').count(), 0);
	assert.equal(await page.evaluate(() => document.activeElement.classList.contains('sign')), true);
	await page.locator('[data-place="i-1"] h2 a').focus();
	assert.equal(await page.locator('.sign.on').count(), 1);
	// an address of elsewhere in the data is no link
	assert.equal(await page.locator('a[href*="elsewhere"]').count(), 0);
	await page.locator('.sign.many').click();
	await page.waitForFunction(() => !document.querySelector('.sign.many'));
	await page.done();
});

test('Arabic on the map is joined', async () => {
	// the map draws its letters on a canvas of its own, each in the form that its neighbours give it:
	// these are the presentation forms of Unicode, from U+FB50 on. No plug-in does that; Mapbox' would
	// need wasm-unsafe-eval
	const page = await open(browser, gallery.origin);
	await page.addInitScript(() => {
		window.drawn = new Set();
		for (const { prototype } of [CanvasRenderingContext2D, OffscreenCanvasRenderingContext2D]) {
			const draw = prototype.fillText;
			prototype.fillText = function (text, ...at) { window.drawn.add(text); return draw.call(this, text, ...at); };
		}
	});
	await mapped(page, `${gallery.origin}/ar.html`);
	await page.waitForFunction(() => [...window.drawn].filter(t => /\p{Script=Arabic}/u.test(t)).length >= 10).catch(() => {}); // else it is said below
	const drawn = await page.evaluate(() => [...window.drawn].filter(t => /\p{Script=Arabic}/u.test(t)));
	assert.ok(drawn.length >= 10, `drawn: ${drawn.join(' ') || 'nothing'}; wrong: ${page.wrong.join('; ') || 'nothing'}`);
	assert.deepEqual(drawn.filter(t => /[\u0628-\u064a]/.test(t)), []);
	await page.locator('.map').screenshot({ path: `${artifacts}map-ar.png` });
	await page.done();
});

test('without WebGL the map says so', async () => {
	const page = await open(browser, gallery.origin);
	await page.addInitScript(() => { HTMLCanvasElement.prototype.getContext = () => null; });
	await page.goto(`${gallery.origin}/en.html`);
	await page.locator('.map .note').waitFor();
	assert.match(await page.locator('.map .note').innerText(), /draws no maps/);
	await page.done();
});

test('the chart: Arabic time runs to the left, bounds are drawn, a point opens its report', async () => {
	const ends = {};
	for (const lang of ['ar', 'en']) {
		const page = await visit(lang, { map: false });
		await settled(page);
		const chart = page.locator('.chart svg');
		assert.equal(await chart.getAttribute('role'), 'img');
		assert.ok(await chart.getAttribute('aria-label'));
		// found and measured in one step: a picture drawn again between the two would leave every place 0
		const texts = await page.evaluate(() => [...document.querySelectorAll('.chart svg text')].map(e => ({ text: e.textContent, x: e.getBoundingClientRect().x })));
		const dates = texts.filter(t => /[4-6]/.test(t.text) && /[:\p{L}]/u.test(t.text));
		ends[lang] = Math.sign(dates.at(-1).x - dates[0].x);
		await page.done();
	}
	assert.deepEqual(ends, { ar: -1, en: 1 });
	const page = await visit('en', { map: false });
	await settled(page);
	const colour = await page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--series-1').trim());
	const points = page.locator(`.chart svg path[fill="${colour}"]`);
	assert.equal(await points.count(), 2);
	await points.first().click();
	await page.waitForURL(/#r1$/);
	await page.done();
});

test('the chain: begins where reading begins, every stop and hop is a link, the table is folded', async () => {
	for (const [lang, side] of [['en', 1], ['ar', -1]]) {
		const page = await visit(lang, { map: false });
		await settled(page);
		const x = id => page.locator(`.chain a.stop[href$="#${id}"] rect`).evaluate(e => e.getBoundingClientRect().x);
		assert.equal(Math.sign(await x('c') - await x('a')), side);
		assert.equal(await page.locator('.chain a.hop').count(), 4);
		assert.equal(await page.locator('#hop-table').getAttribute('open'), null);
		await page.locator('.chain a.hop').nth(1).focus();
		await page.keyboard.press('Enter');
		await page.waitForURL(/#2$/);
		await page.done();
	}
});

test('with too many stops the chain is its table', async () => {
	const page = await open(browser, gallery.origin);
	await page.route('**/en.html', async route => {
		const response = await route.fetch();
		const nodes = Array.from({ length: 26 }, (_, i) => ({ id: `n${i}`, kind: 'report', name: `${i}` }));
		const body = (await response.text()).replace(/(id="hops">)[^<]+/, (_, head) => head + JSON.stringify({ table: 'hop-table', nodes, edges: [] }));
		await route.fulfill({ response, body });
	});
	await page.goto(`${gallery.origin}/en.html`);
	await page.waitForTimeout(300);
	assert.equal(await page.locator('.chain svg').count(), 0);
	assert.equal(await page.locator('#hop-table').getAttribute('open'), '');
	await page.done();
});

test('on paper there are no buttons, and the colours are those of paper', async () => {
	const page = await visit('ar', { scheme: 'dark', map: false });
	await settled(page);
	await page.emulateMedia({ media: 'print' });
	assert.equal(await page.locator('main button:visible').count(), 0);
	assert.equal(await page.evaluate(() => getComputedStyle(document.body).backgroundColor), 'rgb(255, 255, 255)');
	await page.pdf({ path: `${artifacts}gallery-ar.pdf`, format: 'A4' });
	await page.done();
});
