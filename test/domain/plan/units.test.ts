import { describe, expect, it } from 'vitest';
import { isCollective, isUnitLike, splitUnits } from '../../../src/domain/plan/units.ts';

/** `?` behind what may be no unit, `:role` where one is written behind it. */
const told = (text: string) =>
  splitUnits(text)
    .map(({ name, sure, role }) => `${name}${sure ? '' : '?'}${role === null ? '' : `:${role}`}`)
    .join(' ');

describe('a list of units', () => {
  it.each([
    [
      '办公室、综合科，客运科；稽查大队/检测站／景区所 人事处|工会,团委;妇联',
      '办公室 综合科 客运科 稽查大队 检测站 景区所 人事处 工会 团委 妇联',
    ],
    ['、，', ''],
    ['办公室、办公室', '办公室'],
    ['办公室、张三', '办公室 张三?'],
  ])('%s', (text, units) => {
    expect(told(text)).toBe(units);
  });

  it.each([
    ['人力资源和社会保障局、规划和自然资源局和财政局', '人力资源和社会保障局 规划和自然资源局 财政局'],
    ['办公室及综合科以及客运科与人事处', '办公室 综合科 客运科 人事处'],
    ['和平区住建局、和财政局', '和平区住建局 财政局'],
  ])('is parted at 和, 及 and 与 only between units: %s', (text, units) => {
    expect(told(text)).toBe(units);
  });

  it.each([
    ['各区、县级市，住建局', '各区、县级市 住建局'],
    ['各区、县（市）、市财政局', '各区、县（市） 市财政局'],
    ['各镇，街道、教育局', '各镇，街道 教育局'],
    ['各县 市 区', '各县 市 区'],
    ['各科室、县', '各科室 县?'],
    ['公安局（含交警、治安）、教育局', '公安局（含交警、治安） 教育局'],
    ['局）、办公室', '局）? 办公室'],
    ['住建局、市区道路科', '住建局 市区道路科'],
    ['各区、县道所', '各区 县道所'],
    ['各区、临江县', '各区 临江县'],
    ['各区、 县', '各区、县'],
    ['各镇、人民政府', '各镇、人民政府'],
    ['各县、区政府', '各县、区政府'],
    ['各区、政府', '各区、政府'],
    ['沿江各区、县', '沿江各区、县'],
    ['各区属单位、县', '各区属单位 县?'],
    ['公安局（交警（事故）、治安）、教育局', '公安局（交警（事故）、治安）? 教育局'],
    [' 办公室 、 综合科 ', '办公室 综合科'],
  ])('keeps together what is one: %s', (text, units) => {
    expect(told(text)).toBe(units);
  });

  it.each([
    ['由办公室', '办公室'],
    ['与会、办公室', '与会 办公室'],
    ['会同综合科、联合客运科', '综合科 客运科'],
    ['请办公室、以及综合科、其中人事处、与工会、及团委', '办公室 综合科 人事处 工会 团委'],
    ['保卫科等有关部门', '保卫科'],
    ['市财政局等。', '市财政局'],
    ['办公室等单位.', '办公室'],
  ])('without the words around it: %s', (text, units) => {
    expect(told(text)).toBe(units);
  });

  it('with the role written behind a unit', () => {
    expect(
      told(
        '住建委（牵头）、国资委（配合）、财政局(协办)、教育局（责任）、卫健委（主办）、民政局（牵头单位）、统计局（牵头部门）、审计局（试点）',
      ),
    ).toBe(
      '住建委:lead 国资委:joint 财政局:joint 教育局:responsible 卫健委:lead 民政局:lead 统计局:lead 审计局（试点）',
    );
  });

  it.each(['办公室', '第3大队', '3队', '2支队', '3科', '3号所', '12组', '财政局（国资委）', `${'甲'.repeat(29)}科`])(
    '%s looks like a unit',
    (name) => {
      expect(isUnitLike(name)).toBe(true);
    },
  );

  it.each([
    '',
    '科',
    '2023办',
    '“双减”办',
    '《条例》办',
    '综合科：室',
    '50%局',
    '以上部门',
    '以下单位',
    '该局',
    '见附件所',
    '财政局（国资委）牵头',
    '张三',
    '科长',
    `${'甲'.repeat(30)}科`,
  ])('“%s” does not', (name) => {
    expect(isUnitLike(name)).toBe(false);
  });

  it('a name for many is told from one', () => {
    const many = ['各科室', '全体部门', '所有单位', '有关部门', '相关科室', '其他部门', '其它单位'];
    expect(many.filter(isCollective)).toEqual(many);
    expect(['办公室', '局各科室'].some(isCollective)).toBe(false);
  });
});
