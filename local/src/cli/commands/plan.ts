/** `huizong plan FILE` */
import { ask, startBundle } from '../bundle.ts';
import { planText } from '../plan-text.ts';
import { print, printJson, tableText } from '../print.ts';

export function planCommand(file: string, options: { readonly year?: number; readonly json?: true }): void {
  const input = { text: planText(file), ...(options.year === undefined ? {} : { year: options.year }) };
  const plan = ask(startBundle({ language: 'zh-CN' }), 'parsePlan', input);
  if (options.json) {
    printJson({ ...plan, departments: plan.departments });
    return;
  }
  const rows = plan.tasks.map((task) => [
    task.no,
    task.title,
    task.lead.join('、'),
    task.responsible.join('、'),
    task.joint.join('、'),
    task.due ?? '',
  ]);
  print(tableText(['序号', '任务', '牵头', '责任', '配合', '时限'], rows));
  const duties = plan.tasks.reduce(
    (sum, { lead, responsible, joint }) => sum + lead.length + responsible.length + joint.length,
    0,
  );
  print(`\n任务 ${plan.tasks.length} 项，部门 ${plan.departments.length} 个，职责 ${duties} 项。`);
  for (const { name, time, title } of plan.phases) print(`${name}（${time}）：${title}`);
  for (const { what, due, to, then } of plan.reports) print(`${due}：${what} → ${[...to, ...then].join(' → ')}`);
  if (plan.findings.length > 0)
    print(`\n需要看一眼：\n${plan.findings.map(({ message }) => `  ${message}`).join('\n')}`);
}
