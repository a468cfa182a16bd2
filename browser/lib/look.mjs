// What holds for every page: nothing that axe finds, nothing that the content-security policy had
// to stop, no request to another host, no word on the console, no page wider than the screen.
import { mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

export const artifacts = fileURLToPath(new URL('../artifacts/', import.meta.url));

export const sizes = { wide: { width: 1280, height: 900 }, narrow: { width: 360, height: 740 } };
export const schemes = ['light', 'dark'];

// How every page is looked at: by day on a wide screen and by night on a narrow one; with
// RIWAYA_LOOKS=all in all four ways, which takes twice as long.
export const looks = schemes.flatMap(scheme => Object.keys(sizes).map(size => ({ scheme, size })))
	.filter(({ scheme, size }) => process.env.RIWAYA_LOOKS === 'all' || (scheme === 'dark') === (size === 'narrow'));

// open makes a page that keeps what goes wrong on it in page.wrong.
export async function open(browser, origin, { size = 'wide', scheme = 'light', ...more } = {}) {
	const context = await browser.newContext({ viewport: sizes[size], colorScheme: scheme, acceptDownloads: true, reducedMotion: 'reduce', ...more });
	const page = await context.newPage();
	page.wrong = [];
	page.pictures = '[data-map], [data-chart], [data-chain]';
	page.expected = []; // regular expressions of what a test provokes
	const wrong = (kind, text) => { if (!page.expected.some(e => e.test(text))) page.wrong.push(`${kind}: ${text}`); };
	page.on('console', m => { if (['error', 'warning'].includes(m.type()) && !/GPU stall|GL Driver/.test(m.text())) wrong('console', m.text()); });
	page.on('pageerror', e => wrong('script', e.stack ?? e.message));
	page.on('request', r => { const u = new URL(r.url()); if (!['data:', 'blob:'].includes(u.protocol) && u.origin !== origin) wrong('request to another host', r.url()); });
	page.on('response', r => { if (r.status() >= 400) wrong('answer', `${r.status()} ${r.url()}`); });
	await page.addInitScript(() => {
		addEventListener('securitypolicyviolation', e => console.error(`policy: ${e.violatedDirective} ${e.blockedURI} ${e.sourceFile}:${e.lineNumber} ${e.sample}`));
	});
	page.done = () => context.close();
	return page;
}

// settled waits until letters are there and the pictures of the page are drawn.
export async function settled(page) {
	await page.evaluate(() => document.fonts.ready.then(() => true));
	await page.waitForFunction(pictures => [...document.querySelectorAll(pictures)].every(e => 'drawn' in e.dataset || !e.offsetParent || e.querySelector('.note')), page.pictures, { timeout: 90_000 });
}

// look returns what is wrong with the page as it stands, as a list of sentences.
export async function look(page, name) {
	await settled(page);
	const out = [...page.wrong];
	const { wide, by } = await page.evaluate(() => {
		const most = document.documentElement.clientWidth;
		const wide = document.documentElement.scrollWidth - most;
		const by = wide <= 0 ? [] : [...document.querySelectorAll('body *')].filter(e => { const r = e.getBoundingClientRect(); return r.right > most + 1 || r.left < -1; }).slice(0, 4).map(e => `${e.tagName.toLowerCase()}.${e.getAttribute('class') ?? ''}`);
		return { wide, by };
	});
	if (wide > 0) out.push(`${wide} pixels wider than the screen: ${by.join(', ')}`);
	out.push(...await page.evaluate(unreadable));
	// axe is put in by the test and not by the page, past the page's policy
	if (!await page.evaluate(() => 'axe' in window)) await page.evaluate(await source());
	const { violations } = await page.evaluate(() => window.axe.run(document, { resultTypes: ['violations'], iframes: false }));
	for (const v of violations) for (const n of v.nodes.slice(0, 3)) out.push(`axe ${v.id}: ${n.target.join(' ')}: ${(n.any[0] ?? n.all[0] ?? n.none[0])?.message ?? v.help}`);
	if (name) {
		mkdirSync(artifacts, { recursive: true });
		await page.screenshot({ path: `${artifacts}${name}.png`, fullPage: true });
	}
	return out;
}

// unreadable runs in the page and returns what no person could read: what a template could not write, and
// days and numbers that Arabic letters before them turn around ("2021-03-04" into "04-03-2021": UAX #9,
// W2), because nothing isolates them. Texts of articles are as their outlets wrote them.
function unreadable() {
	const out = [], seen = new Set();
	const main = document.querySelector('main');
	const broken = main.innerText.match(/.{0,30}(?:%!\w?\(|<no value>|\[object Object\]|\bundefined\b|\bNaN\b).{0,30}/);
	if (broken) out.push(`not written: ${broken[0]}`);
	const flat = element => [...element.childNodes].map(node => {
		if (node.nodeType === Node.TEXT_NODE) return node.data;
		if (node.nodeType !== Node.ELEMENT_NODE) return '';
		const style = getComputedStyle(node);
		return style.display !== 'inline' || style.unicodeBidi.includes('isolate') ? '\ufffc' : flat(node);
	}).join('');
	for (const element of document.querySelectorAll('main *')) {
		const style = getComputedStyle(element);
		if (style.direction !== 'rtl' || style.display === 'inline' && !style.unicodeBidi.includes('isolate') || element.closest('.text, blockquote, q, script, svg, [lang]:not(html)')) continue;
		const turned = flat(element).match(/\p{Script=Arabic}[^\p{Script=Latin}\u2066-\u2069]*?\d[-–/]\d.{0,12}/u);
		if (turned && !seen.has(turned[0])) { seen.add(turned[0]); out.push(`turned around by what stands before it: ${turned[0].replace(/\s+/g, ' ').slice(-60)}`); }
	}
	return out.slice(0, 8);
}

let text;
async function source() {
	text ??= (await import('node:fs')).readFileSync(axe, 'utf8') + '\n;true';
	return text;
}
