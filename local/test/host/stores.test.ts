/**
 * PropertiesService and CacheService: what is kept, for whom, how much of it and how long.
 *
 * reference/properties, reference/cache, guides/properties, guides/services/quotas below developers.google.com/apps-script/;
 * the sizes and texts as seen by others: ytakeuchi.jp/?p=604, issues that quote them; null answers of the cache from
 * gas-fakes test/teststores.js, which is run on the live service first; what a full cache drops from
 * justin.poehnelt.com/posts/exploring-apps-script-cacheservice-limits.
 */
import { describe, expect, it } from 'vitest';
import { CLERK, caught, script, stranger } from './stranger.ts';

const store = `const store = PropertiesService.getDocumentProperties();`;

describe('PropertiesService.getDocumentProperties, getScriptProperties, getUserProperties: three stores', () => {
  const source = `const kinds = ['getDocumentProperties', 'getScriptProperties', 'getUserProperties'];
    function put() { kinds.forEach((kind) => PropertiesService[kind]().setProperty('key', kind)); }
    function get() { return kinds.map((kind) => PropertiesService[kind]().getProperty('key')); }`;

  it('keep apart what has one name', () => {
    const host = stranger(source);
    host.call('put');
    expect(host.call('get')).toEqual(['getDocumentProperties', 'getScriptProperties', 'getUserProperties']);
  });

  it('those of the document and the script are everybody’s, those of a user his own', () => {
    const host = stranger(source);
    host.call('put');
    expect(host.session({ user: CLERK }).call('get')).toEqual(['getDocumentProperties', 'getScriptProperties', null]);
  });

  it('those of the document stay with the file', () => {
    const host = stranger(source);
    host.call('put');
    const later = stranger(source, { workbook: structuredClone(host.book) });
    expect((later.call('get') as unknown[])[0]).toBe('getDocumentProperties');
  });

  it('outside a document it has no store', () => {
    expect(
      stranger(`function main() { return PropertiesService.getDocumentProperties(); }`, { container: false }).call(
        'main',
      ),
    ).toBe(null);
  });
});

describe('Properties.setProperty, getProperty, getProperties, setProperties, getKeys, deleteProperty, deleteAllProperties: what is kept', () => {
  it('is text, whatever it was', () => {
    // guides/properties#data_format
    expect(
      script(`${store} store.setProperty('n', 5).setProperty('b', true); store.setProperties({ d: 1.5, s: '文' });
              return [store.getProperties(), store.getProperty('none')];`),
    ).toEqual([{ n: '5', b: 'true', d: '1.5', s: '文' }, null]);
  });

  it('is added to, unless the others are to go', () => {
    expect(
      script(`${store} store.setProperties({ a: '1', b: '2' }); store.setProperties({ b: '3' }); const added = store.getProperties();
              store.setProperties({ c: '4' }, true); const alone = store.getProperties();
              store.setProperties({ d: '5' }).deleteProperty('c').deleteProperty('none');
              return [added, alone, store.getKeys(), store.deleteAllProperties().getKeys()];`),
    ).toEqual([{ a: '1', b: '3' }, { c: '4' }, ['d'], []]);
  });

  it('a copy that is changed changes nothing', () => {
    expect(
      script(`${store} store.setProperty('a', '1'); store.getProperties().a = '2'; return store.getProperty('a');`),
    ).toBe('1');
  });

  it.each([
    [`store.setProperty('k', 'x'.repeat(9216))`, 'no error'],
    [`store.setProperty('k', 'x'.repeat(9217))`, 'Exception: Argument too large: value'],
    [`store.setProperty('k', '字'.repeat(3073))`, 'Exception: Argument too large: value'],
    [`store.setProperties({ k: 'x'.repeat(9217) })`, 'Exception: Argument too large: value'],
    [
      `for (let n = 0; n < 60; n += 1) store.setProperty('k' + n, 'x'.repeat(9000))`,
      'Exception: You have exceeded the property storage quota. Please remove some properties and try again.',
    ],
    [
      `store.setProperty('k', 'v', 'w')`,
      "Exception: The parameters (String,String,String) don't match the method signature for PropertiesService.Properties.setProperty.",
    ],
  ])('%s: %s', (body, text) => {
    expect(caught(`${store} ${body};`)).toBe(text);
  });

  it('names such as __proto__ are names', () => {
    expect(
      script(`${store} store.setProperty('__proto__', 'a').setProperty('constructor', 'b');
              return [store.getProperty('__proto__'), store.getProperty('constructor'), store.getProperty('toString'),
                      store.getKeys(), ({}).polluted];`),
    ).toEqual(['a', 'b', null, ['__proto__', 'constructor'], undefined]);
  });
});

describe('CacheService.getDocumentCache, getScriptCache, getUserCache: three caches', () => {
  const source = `const kinds = ['getDocumentCache', 'getScriptCache', 'getUserCache'];
    function put() { kinds.forEach((kind) => CacheService[kind]().put('key', kind)); }
    function get() { return kinds.map((kind) => CacheService[kind]().get('key')); }`;

  it('keep apart what has one name, and a user’s is his own', () => {
    const host = stranger(source);
    host.call('put');
    expect(host.call('get')).toEqual(['getDocumentCache', 'getScriptCache', 'getUserCache']);
    expect(host.session({ user: CLERK }).call('get')).toEqual(['getDocumentCache', 'getScriptCache', null]);
  });

  it('outside a document it has no cache', () => {
    expect(
      stranger(`function main() { return CacheService.getDocumentCache(); }`, { container: false }).call('main'),
    ).toBe(null);
  });
});

describe('Cache.put, get, putAll, getAll, remove, removeAll: what may be gone tomorrow', () => {
  const cache = `const cache = CacheService.getScriptCache();`;

  it('is text, found by its key, one or many', () => {
    expect(
      script(`${cache} const answers = [cache.put('a', '5'), cache.remove('none')]; cache.putAll({ b: 'x', c: 'y' }, 60);
              const all = cache.getAll(['a', 'b', 'none']); cache.remove('a'); cache.removeAll(['b']);
              return [answers, all, cache.get('a'), cache.get('b'), cache.get('c')];`),
    ).toEqual([[null, null], { a: '5', b: 'x' }, null, null, 'y']);
  });

  it.each([
    ['', 599, 'v'],
    ['', 600, null],
    [', 30', 29, 'v'],
    [', 30', 30, null],
    [', 99999', 21_599, 'v'],
    [', 99999', 21_600, null],
  ])("put('k', 'v'%s) after %s seconds: %s", (seconds, later, value) => {
    const host = stranger(`function put() { CacheService.getScriptCache().put('k', 'v'${seconds}); }
                           function get() { return CacheService.getScriptCache().get('k'); }`);
    host.call('put');
    host.setNow(new Date(Date.parse('2023-05-21T01:00:00Z') + later * 1000));
    expect(host.call('get')).toBe(value);
  });

  it.each([
    [`cache.put('k'.repeat(250), 'v')`, 'no error'],
    [`cache.put('k'.repeat(251), 'v')`, 'Exception: Argument too large: key'],
    [`cache.put('k', 'x'.repeat(102400))`, 'no error'],
    [`cache.put('k', 'x'.repeat(102401))`, 'Exception: Argument too large: value'],
  ])('%s: %s', (body, text) => {
    expect(caught(`${cache} ${body};`)).toBe(text);
  });

  it('beyond a thousand the oldest tenth is dropped', () => {
    expect(
      script(`${cache} for (let n = 0; n <= 1000; n += 1) cache.put('k' + n, 'v');
              return [cache.get('k0'), cache.get('k99'), cache.get('k100'), cache.get('k1000')];`),
    ).toEqual([null, null, 'v', 'v']);
  });
});
