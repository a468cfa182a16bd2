import { launch } from './lib/browser.mjs'; import { open, look } from './lib/look.mjs'; import { serve } from './lib/gallery.mjs';
const s = await serve(), b = await launch();
for (const lang of (process.argv[2] ?? 'en').split(',')) for (const scheme of ['light', 'dark']) for (const size of ['wide', 'narrow']) {
	const p = await open(b, s.origin, { size, scheme });
	await p.goto(`${s.origin}/${lang}.html`);
	try { console.log(lang, scheme, size, await look(p, `gallery-${lang}-${scheme}-${size}`)); } catch (e) { console.log(e.message, p.wrong); await p.screenshot({path:`artifacts/fail.png`,fullPage:true}) }
	await p.done();
}
await b.close(); s.close();
