// Every page of the desk, found by following its own links, in both languages, by day and by night,
// on both sizes of screen.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { launch } from '../lib/browser.mjs';
import { start } from '../lib/desk.mjs';
import { walk, wanted } from '../lib/pages.mjs';
import { look, looks, open } from '../lib/look.mjs';

let browser, desk, found;
before(async () => {
	[browser, desk] = await Promise.all([launch(), start()]);
	const id = desk.run('case', 'new', '--ledger', desk.ledger, '--lang', 'ar', 'ملف سرمين').match(/case-\w+/)[0];
	const [article] = desk.run('search', '--ledger', desk.ledger, '--format', 'json', 'سرمين').match(/art-\w+/);
	desk.run('case', 'add', '--ledger', desk.ledger, id, article);
	found = await walk(desk.origin);
});
after(async () => { await browser?.close(); await desk?.end(); });

test('every page is reached by links from the first', () => {
	assert.deepEqual(wanted.filter(k => !found.has(k)), []);
});

test('no link of the desk leads nowhere', () => {
	assert.deepEqual(found.broken, []);
});

describe('a page has nothing wrong', () => {
	for (const k of wanted) for (const lang of ['ar', 'en']) {
		test(`${k}, ${lang}`, async () => {
			const addresses = found.get(k) ?? [];
			assert.notEqual(addresses.length, 0, `no page of the kind ${k} was found`);
			for (const address of addresses) for (const { scheme, size } of looks) {
				// of the second page of a kind one look is enough
				if (address !== addresses[0] && scheme === 'dark') continue;
				const page = await open(browser, desk.origin, { size, scheme });
				const at = address.replace(/^\/ar/, `/${lang}`);
				const response = await page.goto(desk.origin + at);
				assert.equal(response.status(), 200, at);
				const n = addresses.indexOf(address);
				assert.deepEqual(await look(page, `${k}${n ? n + 1 : ''}-${lang}-${scheme}-${size}`), [], at);
				const html = page.locator('html');
				assert.deepEqual([await html.getAttribute('lang'), await html.getAttribute('dir')], [lang, lang === 'ar' ? 'rtl' : 'ltr']);
				await page.done();
			}
		});
	}
});

test('every page is sent with the policy', async () => {
	for (const addresses of [['/', '/ar/none'], ...found.values()]) for (const at of addresses) {
		const { headers } = await fetch(desk.origin + at);
		assert.match(headers.get('content-security-policy') ?? '', /default-src 'none'; .*script-src 'self'(;|$)/, at);
	}
});

test('a page that is not there says so, and is a page like others', async () => {
	for (const lang of ['ar', 'en']) {
		const page = await open(browser, desk.origin);
		page.expected.push(/404/);
		const response = await page.goto(`${desk.origin}/${lang}/story/s-0000000000`);
		assert.equal(response.status(), 404);
		assert.deepEqual(await look(page, `error-${lang}`), []);
		await page.done();
	}
});

test('titles and texts that are markup do nothing', async () => {
	const page = await open(browser, desk.origin);
	let ran = false;
	page.on('dialog', d => { ran = true; d.dismiss(); });
	await page.goto(`${desk.origin}/en/search?q=${encodeURIComponent('عنوان لا يفعل شيئا')}`);
	assert.match(await page.locator('main').innerText(), /<script>alert\(1\)<\/script>/);
	await page.goto(`${desk.origin}/en/search?q=${encodeURIComponent('"><script>alert(3)</script>')}`);
	assert.equal(ran, false);
	assert.deepEqual(page.wrong, []);
	await page.done();
});
