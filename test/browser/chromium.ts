import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { chromium, type Browser, type LaunchOptions } from 'playwright-core';
import { z } from 'zod';

const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Opens a browser without a window. On Linux (x64) it is the Chromium that comes from npm, with its libraries and
 * fonts, so that the machine needs to bring nothing; elsewhere it is the one that the system has: Edge on Windows,
 * Chrome on macOS.
 */
export async function openBrowser(): Promise<Browser> {
  return chromium.launch(await findBrowser());
}

async function findBrowser(): Promise<LaunchOptions> {
  if (process.platform === 'win32') return { channel: 'msedge' };
  if (process.platform === 'darwin') return { channel: 'chrome' };
  const folder = await unpackChromium();
  return {
    executablePath: join(folder, 'chromium'),
    env: {
      ...process.env,
      LD_LIBRARY_PATH: join(folder, 'al2023', 'lib'),
      FONTCONFIG_FILE: join(folder, 'fonts.conf'),
    },
  };
}

/** Unpacks the packed Chromium once a version, into a folder that it returns; several processes may ask at once. */
async function unpackChromium(): Promise<string> {
  const { version } = z
    .object({ version: z.string() })
    .parse(
      JSON.parse(
        await readFile(new URL('../../package.json', import.meta.resolve('@sparticuz/chromium')), 'utf8'),
      ),
    );
  const all = join(root, '.local', 'chromium');
  const folder = join(all, version);
  if (await exists(folder)) return folder;

  await mkdir(all, { recursive: true });
  const unpacked = await mkdtemp(join(all, 'unpacking-'));
  // The package unpacks into the folder for temporary files, and its libraries only where it believes to run on Lambda.
  await promisify(execFile)(
    process.execPath,
    [
      '--input-type=module',
      '--eval',
      "import { default as chromium } from '@sparticuz/chromium'; await chromium.executablePath();",
    ],
    { cwd: root, env: { ...process.env, TMPDIR: unpacked, AWS_LAMBDA_JS_RUNTIME: 'nodejs24.x' } },
  );
  await writeFile(join(unpacked, 'fonts.conf'), fontConfiguration(folder));
  try {
    await rename(unpacked, folder);
  } catch (error) {
    await rm(unpacked, { recursive: true });
    if (!(await exists(folder))) throw error;
  }
  return folder;
}

/** Open Sans comes with Chromium; DejaVu adds what it lacks: a fixed-width face, arrows, signs. */
function fontConfiguration(folder: string): string {
  const dejavu = join(dirname(fileURLToPath(import.meta.resolve('dejavu-fonts-ttf/package.json'))), 'ttf');
  const escape = (path: string): string => path.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  const prefer = (wanted: string, given: string): string =>
    `<alias binding="strong"><family>${wanted}</family><prefer><family>${given}</family></prefer></alias>`;
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${escape(join(folder, 'fonts'))}</dir>
  <dir>${escape(dejavu)}</dir>
  <cachedir>${escape(join(folder, 'font-cache'))}</cachedir>
  ${prefer('sans-serif', 'Open Sans')}
  ${prefer('monospace', 'DejaVu Sans Mono')}
</fontconfig>
`;
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
