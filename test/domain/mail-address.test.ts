import { describe, expect, it } from 'vitest';
import { isMailAddress } from '../../src/domain/mail-address.ts';

describe('a mail address', () => {
  it.each(['wm@example.gov.cn', 'a@b.cn', 'zhang.san+hz@mail-1.example.com', '1@2.3', `${'a'.repeat(247)}@ab.cde`])(
    '%s',
    (mail) => {
      expect(isMailAddress(mail)).toBe(true);
    },
  );

  it.each([
    '',
    'wm',
    'wm@example',
    '@example.cn',
    'wm@.cn',
    'wm@-example.cn',
    'wm@example-.cn',
    'wm@example.',
    'a@b@c.cn',
    ' wm@example.cn',
    'wm@example.cn ',
    'wm@example.cn\nBcc: x@y.cn',
    '文明办 <wm@example.cn>',
    'wm@exa_mple.cn',
    `${'a'.repeat(248)}@ab.cde`,
  ])('“%s” is none', (mail) => {
    expect(isMailAddress(mail)).toBe(false);
  });
});
