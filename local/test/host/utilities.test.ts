/**
 * Utilities, Session, Logger and console: dates as text, digests, files in memory, who runs the script, and what it says.
 *
 * reference/utilities, reference/base/blob, reference/base/session, reference/base/logger, guides/logging below
 * developers.google.com/apps-script/; patterns of dates are those of Java's SimpleDateFormat, which the reference names.
 */
import { describe, expect, it } from 'vitest';
import { bodyHost, CLERK, caught, OWNER, script, stranger } from './stranger.ts';

describe('Utilities.formatDate: instants as text', () => {
  const moment = `new Date('2023-05-01T16:07:09.045Z')`;

  it.each([
    ['yyyy-MM-dd HH:mm:ss', 'Asia/Shanghai', '2023-05-02 00:07:09'],
    ["yyyy'年'M'月'd'日'", 'Asia/Shanghai', '2023年5月2日'],
    ["yyyy-MM-dd'T'HH:mm:ss'Z'", 'UTC', '2023-05-01T16:07:09Z'],
    ['EEE, d MMM yy h:mm a', 'America/New_York', 'Mon, 1 May 23 12:07 PM'],
    ['EEEE MMMM', 'GMT', 'Monday May'],
    ['u D w', 'GMT', '1 121 18'],
    ['S SSS', 'GMT', '45 045'],
    ['Z XXX X', 'GMT+8', '+0800 +08:00 +08'],
    ['K k', 'GMT', '4 16'],
    ["''", 'GMT', "'"],
    ['YYYY', 'GMT', '2023'],
  ])('%s in %s: %s', (pattern, zone, text) => {
    expect(script(`return Utilities.formatDate(${moment}, '${zone}', ${JSON.stringify(pattern)});`)).toBe(text);
  });

  it.each([
    ['2024-12-30T12:00:00Z', 'yyyy YYYY', '2024 2025'],
    ['2023-03-12T06:59:59Z', 'HH:mm Z', '01:59 -0500'],
    ['2023-03-12T07:00:00Z', 'HH:mm Z', '03:00 -0400'],
    ['2023-11-05T05:30:00Z', 'HH:mm Z', '01:30 -0400'],
    ['2023-11-05T06:30:00Z', 'HH:mm Z', '01:30 -0500'],
  ])('%s as %s in New York: %s', (instant, pattern, text) => {
    expect(script(`return Utilities.formatDate(new Date('${instant}'), 'America/New_York', '${pattern}');`)).toBe(text);
  });

  it.each([
    [`Utilities.formatDate(new Date(NaN), 'GMT', 'yyyy')`, 'Invalid argument: date'],
    [`Utilities.formatDate(new Date(), 'Nowhere/Land', 'yyyy')`, 'Invalid argument: Nowhere/Land'],
    [
      `Utilities.formatDate('2023-05-01', 'GMT', 'yyyy')`,
      "The parameters (String,String,String) don't match the method signature for Utilities.formatDate.",
    ],
  ])('%s fails: %s', (body, text) => {
    expect(caught(body)).toBe(`Exception: ${text}`);
  });
});

describe('Utilities.parseDate, formatString: text to instants, and printf', () => {
  it.each([
    ['2023-05-01 09:30', 'Asia/Shanghai', 'yyyy-MM-dd HH:mm', '2023-05-01T01:30:00.000Z'],
    ['1/5/2023', 'GMT', 'd/M/yyyy', '2023-05-01T00:00:00.000Z'],
  ])('%s in %s by %s', (text, zone, pattern, instant) => {
    expect(script(`return Utilities.parseDate('${text}', '${zone}', '${pattern}').toISOString();`)).toBe(instant);
  });

  it('what is no date fails', () => {
    expect(caught(`Utilities.parseDate('May', 'GMT', 'yyyy-MM-dd')`)).toBe('Exception: Invalid date format: May');
  });

  it.each([
    [`'%s-%s', 'a', 1`, 'a-1'],
    [`'%11.6f|%05d|%-4s|', 123.456, 42, 'x'`, ' 123.456000|00042|x   |'],
    [`'100%%'`, '100%'],
  ])('formatString(%s) is %s', (args, text) => {
    expect(script(`return Utilities.formatString(${args});`)).toBe(text);
  });
});

describe('Utilities.sleep: waiting', () => {
  it('lets the clock go on, and counts as time of the run', () => {
    expect(script(`const began = Date.now(); Utilities.sleep(1500); return Date.now() - began;`)).toBe(1500);
    expect(() => script(`try { Utilities.sleep(400000); } catch (error) { return 'caught'; }`)).toThrow(
      'Exceeded maximum execution time',
    );
  });
});

describe('Utilities.base64Encode, base64EncodeWebSafe, base64Decode, base64DecodeWebSafe: bytes as text', () => {
  it.each([
    [`Utilities.base64Encode('汇总')`, '5rGH5oC7'],
    [`Utilities.base64Encode([-1, -2, 3])`, '//4D'],
    [`Utilities.base64EncodeWebSafe([-1, -2, 3])`, '__4D'],
    [`Utilities.base64Decode('//4D')`, [-1, -2, 3]],
    [`Utilities.base64DecodeWebSafe('__4D')`, [-1, -2, 3]],
    [`Utilities.newBlob(Utilities.base64Decode('5rGH5oC7')).getDataAsString()`, '汇总'],
  ])('%s', (expression, value) => {
    expect(script(`return ${expression};`)).toEqual(value);
  });

  it('what is no base64 fails', () => {
    expect(caught(`Utilities.base64Decode('***')`)).toBe('Exception: Could not decode string.');
  });
});

describe('Utilities.computeDigest, computeHmacSignature, computeHmacSha256Signature, getUuid: fingerprints and names', () => {
  const hex = `const hex = (bytes) => bytes.map((byte) => ((byte + 256) % 256).toString(16).padStart(2, '0')).join('');`;

  it.each([
    // Vectors of RFC 1321, FIPS 180-2 and RFC 4231 (test case 2).
    [`Utilities.computeDigest(Utilities.DigestAlgorithm.MD5, 'abc')`, '900150983cd24fb0d6963f7d28e17f72'],
    [`Utilities.computeDigest(Utilities.DigestAlgorithm.SHA_1, 'abc')`, 'a9993e364706816aba3e25717850c26c9cd0d89d'],
    [
      `Utilities.computeDigest(Utilities.DigestAlgorithm.SHA_256, 'abc', Utilities.Charset.UTF_8)`,
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    ],
    [
      `Utilities.computeHmacSha256Signature('what do ya want for nothing?', 'Jefe')`,
      '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
    ],
    [
      `Utilities.computeHmacSignature(Utilities.MacAlgorithm.HMAC_SHA_256, 'what do ya want for nothing?', 'Jefe')`,
      '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
    ],
  ])('%s', (expression, digest) => {
    expect(script(`${hex} return hex(${expression});`)).toBe(digest);
  });

  it('a UUID is a random one, and another each time', () => {
    expect(script(`return Utilities.getUuid();`)).toMatch(
      /^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/,
    );
    expect(script(`return Utilities.getUuid() === Utilities.getUuid();`)).toBe(false);
  });
});

describe('Utilities.parseCsv, zip, unzip, gzip, ungzip: tables and archives', () => {
  it.each([
    [
      `'a,b\\n1,"x, ""y"""'`,
      [
        ['a', 'b'],
        ['1', 'x, "y"'],
      ],
    ],
    [`'a;b', ';'.charCodeAt(0) && ';'`, [['a', 'b']]],
    [`'a\\r\\n"b\\nc"'`, [['a'], ['b\nc']]],
  ])('parseCsv(%s)', (args, rows) => {
    expect(script(`return Utilities.parseCsv(${args});`)).toEqual(rows);
  });

  it('what was packed is unpacked', () => {
    expect(
      script(`const files = [Utilities.newBlob('一', 'text/plain', 'a.txt'), Utilities.newBlob('二', 'text/plain', 'b/c.txt')];
              const archive = Utilities.zip(files, 'all.zip'); const one = Utilities.gzip(files[0]);
              return [archive.getName(), archive.getContentType(),
                      Utilities.unzip(archive).map((file) => [file.getName(), file.getDataAsString()]),
                      one.getName(), Utilities.ungzip(one).getDataAsString()];`),
    ).toEqual([
      'all.zip',
      'application/zip',
      [
        ['a.txt', '一'],
        ['b/c.txt', '二'],
      ],
      'a.txt.gz',
      '一',
    ]);
  });
});

describe('Utilities.newBlob, Blob.getBytes, setBytes, getDataAsString, getContentType, getName, setName, copyBlob, setContentTypeFromExtension, getAs: files in memory', () => {
  it.each([
    [`Utilities.newBlob('字')`, ['text/plain', null, [-27, -83, -105]]],
    [`Utilities.newBlob('x', 'text/html', 'a.html')`, ['text/html', 'a.html', [120]]],
    [`Utilities.newBlob([1, -1])`, [null, null, [1, -1]]],
    [`Utilities.newBlob('x').setName('a.pdf').setContentTypeFromExtension()`, ['application/pdf', 'a.pdf', [120]]],
    [`Utilities.newBlob('x').setBytes([9])`, ['text/plain', null, [9]]],
  ])('%s', (expression, told) => {
    expect(
      script(`const file = ${expression}; return [file.getContentType(), file.getName(), file.getBytes()];`),
    ).toEqual(told);
  });

  it('a copy is another file', () => {
    expect(
      script(`const file = Utilities.newBlob('x', 'text/plain', 'a'); file.copyBlob().setBytes([0]).setName('b');
              return [file.getDataAsString(), file.getName(), file.getAs('text/plain').getDataAsString()];`),
    ).toEqual(['x', 'a', 'x']);
  });

  it('nothing is turned into a PDF here, and it says so', () => {
    expect(caught(`Utilities.newBlob('x').getAs('application/pdf')`)).toBe(
      'Exception: Converting from text/plain to application/pdf is not supported.',
    );
  });
});

describe('Session.getActiveUser, getEffectiveUser, getScriptTimeZone, getActiveUserLocale, User.getEmail: who and where', () => {
  it('who runs it', () => {
    expect(
      script(`return [Session.getActiveUser().getEmail(), Session.getEffectiveUser().getEmail(), Session.getScriptTimeZone(),
                      Session.getActiveUserLocale()];`),
    ).toEqual([OWNER, OWNER, 'Asia/Shanghai', 'en']);
  });

  it('the address is blank in a simple trigger, and without its scope, and no error', () => {
    const host = stranger(
      `function onOpen() { main(); } function main() { console.log('[' + Session.getActiveUser().getEmail() + ']'); }`,
    );
    host.fire.onOpen();
    host.load('', { manifest: { oauthScopes: ['https://www.googleapis.com/auth/spreadsheets'] } });
    host.call('main');
    host.load('', { manifest: { oauthScopes: ['https://www.googleapis.com/auth/userinfo.email'] } });
    host.call('main');
    expect(host.log.map(({ text }) => text)).toEqual(['[]', '[]', `[${OWNER}]`]);
  });

  it('in an installed trigger the active user is who did it, the effective one who installed it', () => {
    const host =
      stranger(`function install() { ScriptApp.newTrigger('typed').forSpreadsheet(SpreadsheetApp.getActive()).onEdit().create(); }
      function typed() { console.log(Session.getActiveUser().getEmail(), Session.getEffectiveUser().getEmail()); }`);
    host.call('install');
    const clerk = host.session({ user: CLERK });
    clerk.fire.edit({ sheet: 'Sheet1', a1: 'A1', values: [[1]] });
    expect(clerk.log.map(({ text }) => text)).toEqual([`${CLERK} ${OWNER}`]);
  });
});

describe('Logger.log, getLog, clear: the log of a run, and console', () => {
  const lines = (body: string) => {
    const host = bodyHost(body);
    host.call('main');
    return host.log.map(({ level, text }) => `${level}: ${text}`);
  };

  it.each([
    [`Logger.log('text')`, 'logger: text'],
    [`Logger.log('%s has %d', 'A', 3)`, 'logger: A has 3'],
    [`Logger.log(5)`, 'logger: 5'],
    [`Logger.log({ a: [1] })`, 'logger: { a: [ 1 ] }'],
    [`console.log('a', 1)`, 'log: a 1'],
    [`console.log('%s!', 'a')`, 'log: a!'],
    [`console.warn('w')`, 'warn: w'],
    [`console.error('e')`, 'error: e'],
    [`console.info('i')`, 'info: i'],
  ])('%s writes %s', (body, line) => {
    expect(lines(`${body};`)).toEqual([line]);
  });

  it('can be read and emptied by the script', () => {
    expect(
      script(`Logger.log('a').log('b'); const both = Logger.getLog(); Logger.clear(); return [both, Logger.getLog()];`),
    ).toEqual(['a\nb\n', '']);
  });
});
