// The browser: Debian's chromium, through playwright-core.
import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';

const found = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(p => p && existsSync(p));

export function launch() {
	if (!found) throw new Error('no chromium: set CHROMIUM to one');
	const root = process.getuid?.() === 0; // chromium's own sandbox refuses root
	return chromium.launch({
		executablePath: found,
		// maps are drawn by software: a machine for tests has no graphics card
		args: [...root ? ['--no-sandbox'] : [], '--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--ignore-gpu-blocklist', '--disable-dev-shm-usage',
			// and when that software falls, it is begun again and no page is refused a map for it
			'--disable-gpu-process-crash-limit', '--disable-domain-blocking-for-3d-apis'],
	});
}
