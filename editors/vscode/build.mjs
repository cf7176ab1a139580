//===- build.mjs - one file of the extension and all that it needs ---------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// Writes dist/extension.js, and dist/licenses.txt with the licences of the packages that went into
// it, as these demand.
//
//===----------------------------------------------------------------------===//

import { build } from 'esbuild';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const { metafile } = await build({
  entryPoints: ['src/extension.ts'],
  outfile: 'dist/extension.js',
  bundle: true,
  external: ['vscode'], // the editor provides it
  format: 'cjs',
  platform: 'node',
  target: 'node18',
  minify: true,
  metafile: true,
  logLevel: 'warning',
});

const isPackage = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//;
const folders = new Set();
for (const input of Object.keys(metafile.inputs)) {
  const found = isPackage.exec(input);
  if (found)
    folders.add(found[1]);
}

const licenses = [...folders].sort().map((folder) => {
  const { name, version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = readdirSync(folder).find((each) => /^licen[sc]e/i.test(each));
  if (!file)
    throw new Error(`${name} has no licence file`);
  return `${name} ${version}\n\n${readFileSync(join(folder, file), 'utf8').trim()}\n`;
});
writeFileSync('dist/licenses.txt', licenses.join('\n' + '-'.repeat(80) + '\n\n'));
