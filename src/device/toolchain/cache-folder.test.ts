import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { cacheFolder } from '../../base/cache-folder.js';
import { DeviceUnavailable } from '../errors.js';
import { buildFolder, openCacheFolder } from './cache-folder.js';
import { readManifest, writeManifest } from './manifest.js';

const temporary = () => mkdtempSync(join(tmpdir(), 'litetrim-cache-'));
const always = async () => true;

test('where things are kept', () => {
  const home = { HOME: '/home/me' };
  expect(cacheFolder({ ...home, LITETRIM_CACHE: '/a', RUNNER_TOOL_CACHE: '/b' })).toBe('/a');
  expect(cacheFolder({ ...home, RUNNER_TOOL_CACHE: '/b', XDG_CACHE_HOME: '/c' })).toBe('/b/litetrim');
  expect(cacheFolder({ ...home, XDG_CACHE_HOME: '/c' })).toBe('/c/litetrim');
  expect(cacheFolder({})).toMatch(/\/\.cache\/litetrim$/);
});

test('a folder that cannot be used is told, with the way out', async () => {
  const file = join(temporary(), 'file');
  writeFileSync(file, '');
  const error = await openCacheFolder(join(file, 'cache')).catch((thrown) => thrown);
  expect(error).toBeInstanceOf(DeviceUnavailable);
  expect(error.mend).toBe('Set LITETRIM_CACHE to a folder that you can write to');
});

describe('building a folder', () => {
  const fill = (text: string) => async (folder: string) => writeFileSync(join(folder, 'part'), text);

  test('of several at once the first one stays, and nothing else does', async () => {
    const parent = temporary();
    const folder = join(parent, 'tools');
    await Promise.all(['a', 'b', 'c', 'd'].map((text) => buildFolder(folder, fill(text), always)));
    expect(readdirSync(parent)).toEqual(['tools']);
    expect(readFileSync(join(folder, 'part'), 'utf8')).toMatch(/^[abcd]$/);
  });

  test('a failed build leaves nothing', async () => {
    const parent = temporary();
    const fail = async (folder: string) => {
      writeFileSync(join(folder, 'part'), 'half');
      throw new Error('no network');
    };
    await expect(buildFolder(join(parent, 'tools'), fail, always)).rejects.toThrow('no network');
    expect(readdirSync(parent)).toEqual([]);
  });

  test('a broken folder is replaced', async () => {
    const parent = temporary();
    const folder = join(parent, 'tools');
    mkdirSync(folder);
    writeFileSync(join(folder, 'rubbish'), '');
    await buildFolder(folder, fill('whole'), async () => false);
    expect(readdirSync(parent)).toEqual(['tools']);
    expect(readdirSync(folder)).toEqual(['part']);
  });
});

test('a toolchain counts only while every file of it is there whole', async () => {
  const folder = temporary();
  mkdirSync(join(folder, 'host'));
  writeFileSync(join(folder, 'host/qemu'), 'emulator');
  expect(await readManifest(folder)).toBeNull();
  await writeManifest(folder, { qemu: '7.2', litert: '2.3.0', packages: { 'qemu-user': '1:7.2' } });
  expect(await readManifest(folder)).toMatchObject({ qemu: '7.2', packages: { 'qemu-user': '1:7.2' } });
  writeFileSync(join(folder, 'host/qemu'), 'emul');
  expect(await readManifest(folder)).toBeNull();
  writeFileSync(join(folder, 'host/qemu'), 'emulator');
  writeFileSync(join(folder, 'manifest.json'), '{"layout":0}');
  expect(await readManifest(folder)).toBeNull();
});
