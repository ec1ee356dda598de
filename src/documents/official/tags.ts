/** The tags of each official document: what its template may ask for, and what its builder must give. */
import type { TagDeclarations } from '../docx/template/tag.ts';

/** What every document knows. */
const COMMON = {
  标题: 'text',
  单位名称: 'text',
  月份: 'text',
  联系人: 'text',
  成文日期: 'text',
  落款: 'block',
} as const;

const PARAGRAPHS = { 序号: 'text', 段落: 'text' } as const;

export const MONTHLY_TAGS = {
  ...COMMON,
  发文字号: 'text',
  主送: 'text',
  引言: PARAGRAPHS,
  总体情况: PARAGRAPHS,
  任务: { 序号: 'text', 名称: 'text', 段落: { 文字: 'text' } },
  存在问题: PARAGRAPHS,
  下步打算: PARAGRAPHS,
  首个附件: 'text',
  其他附件: { 序号: 'text', 名称: 'text' },
  状态表: 'block',
  比较表: 'block',
  完成率表: 'block',
  佐证材料: 'block',
  抄送: 'text',
  印发机关: 'text',
  印发日期: 'text',
} as const satisfies TagDeclarations;

export const BULLETIN_TAGS = {
  ...COMMON,
  期号: 'text',
  主送: 'text',
  依据: 'text',
  总体情况: 'text',
  部门: { 序号: 'text', 名称: 'text', 情况: 'text' },
  未报送部门: 'text',
  要求: PARAGRAPHS,
  附件: 'text',
  报送情况表: 'block',
  印发机关: 'text',
  印发日期: 'text',
} as const satisfies TagDeclarations;

export const CHASE_TAGS = {
  ...COMMON,
  部门: 'text',
  事由: 'text',
  事项: { 序号: 'text', 任务: 'text', 月份: 'text', 状态: 'text', 期限: 'text' },
  要求: 'text',
  网址: 'text',
} as const satisfies TagDeclarations;

export const OWED_TAGS = {
  ...COMMON,
  说明: 'text',
  清单表: 'block',
} as const satisfies TagDeclarations;

/** The kinds of documents, by the name an office knows them by. */
export const DOCUMENT_TAGS = {
  月度报告: MONTHLY_TAGS,
  通报: BULLETIN_TAGS,
  催报通知: CHASE_TAGS,
  缺报清单: OWED_TAGS,
} as const;

export type DocumentKind = keyof typeof DOCUMENT_TAGS;

export const DOCUMENT_KINDS = Object.keys(DOCUMENT_TAGS) as readonly DocumentKind[];
