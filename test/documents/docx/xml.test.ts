/** A part of a template as Word or WPS has written it. */
import { describe, expect, it } from 'vitest';
import { attributeOf, escapeXml, parseXml, xmlOf } from '../../../src/documents/docx/xml.ts';

const readBack = (xml: string): string | null => {
  const root = parseXml(xml);
  return root && xmlOf(root);
};

describe('a part', () => {
  it.each([
    ['begins with a mark of its byte order and a prologue', '\ufeff<?xml version="1.0"?>\n<a/>', '<a/>'],
    ['has remarks', '<a><!-- <b> -->x</a>', '<a>x</a>'],
    ['has words taken as they are', '<a><![CDATA[<b> & ]]></a>', '<a>&lt;b&gt; &amp; </a>'],
    ['writes characters by name', '<a>&lt;&amp;&quot;&apos;&gt;</a>', "<a>&lt;&amp;&quot;'&gt;</a>"],
    ['writes characters by number', '<a>&#20013;&#x6587;</a>', '<a>中文</a>'],
    ['writes a character there is none of', '<a>&#1114112;</a>', '<a>&amp;#1114112;</a>'],
    ['names a character nobody knows', '<a>&nbsp;</a>', '<a>&amp;nbsp;</a>'],
    ['has elements inside elements', '<a x="1"><b/><c>1</c></a>', '<a x="1"><b/><c>1</c></a>'],
  ])('that %s is read', (_, xml, again) => {
    expect(readBack(xml)).toBe(again);
  });

  it.each([
    ['declares things of its own', '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'],
    ['ends too early', '<a><b></b>'],
    ['ends what never began', '<a></a></b>'],
    ['crosses its elements', '<a><b></a></b>'],
    ['has two roots', '<a/><b/>'],
    ['is no XML', 'a < b'],
    ['is empty', ''],
    ['is nested beyond anything written in Word', `${'<a>'.repeat(201)}${'</a>'.repeat(201)}`],
  ])('that %s is not', (_, xml) => {
    expect(parseXml(xml)).toBeNull();
  });

  it('may have its values in either kind of quotes', () => {
    const root = parseXml(`<a b="1 &amp; 2" c='"'/>`);
    expect(root && ['b', 'c', 'd'].map((name) => attributeOf(root, name))).toEqual(['1 & 2', '"', null]);
  });
});

it('what XML forbids does not get into a part', () => {
  expect(escapeXml('a\u0001b\ud800c😀\uffff')).toBe('ab\ufffdc😀');
});
