import { build } from 'esbuild';
import { afresh, submissionRows, COLUMNS } from './bench/data.mjs';
import { matrixOf } from './bench/peers/question.mjs';
await build({stdin:{contents:"export {passOverRows} from './src/domain/consolidation/pass.ts'; export {monthOfLedger} from './src/domain/consolidation/consolidate.ts'; export * from './src/domain/consolidation/year.ts'; export {judgeOf} from './src/domain/consolidation/verdict.ts';export {lookupFor} from './src/domain/consolidation/lookup.ts'",resolveDir:'.'},bundle:true,format:'esm',target:'es2020',outfile:'/tmp/speed-split-core.mjs'});
const m=await import('/tmp/speed-split-core.mjs');
const count=+process.argv[2], n=+process.argv[3];
const kept=submissionRows(count,{faults:false}); const matrix=matrixOf(count);
const cpu=()=>{const u=process.cpuUsage();return (u.user+u.system)/1000};
const best={}; const T=(k,f)=>{const b=cpu();const r=f();(best[k]??=[]).push(cpu()-b);return r};
for(let i=0;i<n;i++){ let rows=afresh(kept);gc();
 const input={period:'2023-05',asOf:'2023-05-23T09:00:00',matrix,rules:{months:[1,2,3,4,5,6,7,8,9,10,11,12],deadline:{day:20,inclusive:true,holidays:'none'},leadsReport:'all'},submissions:{rows,from:1,columns:COLUMNS}};
 const l=T('pass',()=>m.passOverRows(input)); T('month',()=>m.monthOfLedger(input,l)); T('year',()=>m.yearOfLedger(input,l));
 rows=afresh(kept);gc(); const lk=m.lookupFor(matrix,2023); let s=0; T('lookups',()=>{for(let i=rows.length-1;i>0;i--){const r=rows[i]; s+=lk.month(r[0])+lk.department(r[1])+lk.task(r[2])}});
 rows=afresh(kept);gc(); const j=m.judgeOf(COLUMNS); const rule={demands:[],unread:[]}; T('judge',()=>{for(let i=rows.length-1;i>0;i--){s+=j(rows[i],rule,'2023-05-20')}});
}
for(const k in best){best[k].sort((a,b)=>a-b);console.log(k.padEnd(12),best[k][0].toFixed(1),best[k][n>>1].toFixed(1))}
