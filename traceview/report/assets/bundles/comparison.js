var schedviz=(()=>{var Ve=Object.defineProperty;var _r=Object.getOwnPropertyDescriptor;var Kr=Object.getOwnPropertyNames;var Xr=Object.prototype.hasOwnProperty;var R=(t,e)=>{for(var n in e)Ve(t,n,{get:e[n],enumerable:!0})},Yr=(t,e,n,o)=>{if(e&&typeof e=="object"||typeof e=="function")for(let s of Kr(e))!Xr.call(t,s)&&s!==
n&&Ve(t,s,{get:()=>e[s],enumerable:!(o=_r(e,s))||o.enumerable});return t};var Zr=t=>Yr(Ve({},"__esModule",{value:!0}),t);var tu={};R(tu,{colours:()=>ke,comparison:()=>mo,copy:()=>He,cores:()=>At,details:()=>tt,format:()=>W,groups:()=>yt,hit:()=>co,lanes:()=>hn,layout:()=>En,lazy:()=>fo,
model:()=>Jt,state:()=>Ql,states:()=>cn,steps:()=>un,theme:()=>P,timeline:()=>Hl,totals:()=>jt,wakes:()=>le});var Jr={f64:Float64Array,i32:Int32Array,u8:Uint8Array};function Qr(t){if(Uint8Array.fromBase64)return Uint8Array.fromBase64(t);let e=atob(t),n=new Uint8Array(e.
length);for(let o=0;o<e.length;o++)n[o]=e.charCodeAt(o);return n}async function ta(t){let e=new Blob([t]).stream().pipeThrough(new DecompressionStream("gzip"));
return new Uint8Array(await new Response(e).arrayBuffer())}function ea(t,e,n,o){let s=e,r=0;for(let a=0;a<n.length;a++){let i=t[s++],c=i&127;for(let u=128;i>127;u*=
128)i=t[s++],c+=(i&127)*u;let l=c%2===0?c/2:-(c+1)/2;n[a]=r=o?r+l:l}return n}function na(t){let e=String.fromCharCode(...t.subarray(0,4));if(e!=="SVZ1")throw new Error(
"the page’s data is damaged: it begins with "+JSON.stringify(e));let n=new DataView(t.buffer,t.byteOffset).getUint32(4,!0),o=JSON.parse(new TextDecoder().decode(
t.subarray(8,8+n))),s={};for(let r of o.columns)s[r.name]=ea(t,8+n+r.offset,new Jr[r.type](r.count),r.delta);return{page:o.page,strings:o.strings,cols:s}}var oa=async t=>na(
await ta(t)),_e=t=>oa(Qr(t.trim()));function h(t,e,...n){let o=document.createElement(t);for(let[s,r]of Object.entries(e||{}))s==="class"?o.className=r:s.startsWith("on")?o.addEventListener(s.slice(
2),r):s.startsWith("aria-")||s==="role"?o.setAttribute(s,r):s==="style"?Object.assign(o.style,r):o[s]=r;return o.append(...n.flat().filter(s=>s!=null&&s!==!1)),
o}var B=t=>document.getElementById(t),z=t=>h("span",{class:"swatch",style:{background:t}}),L=(t,e,n)=>h("button",{class:"link",type:"button",onclick:e,title:n||
""},t);function po(t,e){let n=B("failure");throw n.textContent=`${t} could not be drawn: ${e&&e.message?e.message:e}`,n.hidden=!1,e}var W={};R(W,{baseName:()=>pe,bytes:()=>Kt,count:()=>k,duration:()=>y,ends:()=>Ye,moment:()=>M,percent:()=>V,plural:()=>C,short:()=>aa,shortFunc:()=>A,ticks:()=>Xe});
var go=[["s",1e9],["ms",1e6],["µs",1e3]],sa=[["G",1e9],["M",1e6],["k",1e3]],ra=[["GB",1e9],["MB",1e6],["kB",1e3]];function wo(t,e){let n=10**e,o=Math.floor(t*n);
return t*n-o===.5&&Number.isInteger(t*2**(e+1))?((o+o%2)/n).toFixed(e):t.toFixed(e)}function yo(t){return wo(t,Math.max(0,2-Math.floor(Math.log10(Math.max(t,1)*
1.0005))))}function y(t){if(t<0)return"-"+y(-t);for(let[e,n]of go)if(t>=.9995*n)return yo(t/n)+" "+e;return Math.round(t)+" ns"}function M(t,e,n=t){if(t===0)return"\
0";let[o,s]=go.find(([,a])=>Math.abs(n)>=a)||["ns",1],r=Math.max(0,Math.ceil(-Math.log10(Math.max(e,1)/s)-1e-9));return(t/s).toFixed(Math.min(r,9))+" "+o}function Xe(t,e,n){
let o=(e-t)/Math.max(1,n/110),s=Math.pow(10,Math.floor(Math.log10(o))),r=Math.max(1,s*(o/s<=1?1:o/s<=2?2:o/s<=5?5:10)),a=[];for(let i=Math.ceil(t/r)*r;i<=e;i+=r)
a.push(i);return{step:r,at:a}}var k=t=>String(Math.round(t)).replace(/\B(?=(\d{3})+(?!\d))/g,",");function aa(t){for(let[e,n]of sa)if(t>=n)return Number((t/n).toPrecision(
3))+" "+e;return String(t)}function Kt(t){for(let[e,n]of ra)if(t>=.9995*n)return yo(t/n)+" "+e;return t+" B"}function V(t){return t>0&&t<.01?"<1%":t<1&&t>.99?">\
99%":wo(t*100,0)+"%"}function A(t){let e=t.indexOf("["),n=e<0?t:t.slice(0,e);return t.slice(n.lastIndexOf("/")+1)}function Ye(t){let[e]=/(\.[^.()[\]]+)?(\.(func|gowrap|deferwrap)?\d+)*(\[[^\][]*\])?$/.
exec(t)||[""];return[t.slice(0,t.length-e.length),e]}var pe=t=>t.slice(Math.max(t.lastIndexOf("/"),t.lastIndexOf("\\"))+1),C=(t,e)=>k(t)+" "+e+(t===1?"":"s");var P={};R(P,{byIndex:()=>Y,chrome:()=>w,contrast:()=>en,echartsTheme:()=>Yt,family:()=>Ct,force:()=>ye,ink:()=>lt,mark:()=>Mt,markGlyph:()=>dt,markKinds:()=>on,
markLabel:()=>ht,markShort:()=>Zt,mix:()=>la,mode:()=>D,onChange:()=>sn,state:()=>_,wait:()=>Xt,waitKinds:()=>we});var E=[],Ze=new Map,Je=new Map;function ko(t){t.preempts&&E.splice(0,E.length,...t.preempts.map(e=>e.name));for(let e of t.preempts||[])Ze.set(e.name,e);for(let e of t.
reasons)Je.set(e.reason,e)}var bo=t=>Ze.get(t)?.short??t,xo=t=>Ze.get(t)?.label??t,vo=t=>Je.get(t)?.family??"other",Mo=t=>Je.get(t)?.ender??"runtime";var ia={light:["#4457c8","#c87816","#1b9488","#c4457c","#7f899b","#808c14","#7b5cc4","#d2603f","#3580c8","#8a6a2c","#2b9455","#ab78c6"],dark:["#7385f0","#e8a04a",
"#35b8a8","#dc6a9a","#98a2b4","#b4c04a","#9b80e0","#e07a5c","#5ca8ee","#b08d4a","#4cb878","#caa2de"]},So={light:{open:"#8a94a6",unknown:"#c3c8d0",runnable:"#448\
1dc",running:"#289051",waiting:"#c96d3c",syscall:"#8a5cc4",idle:"#b4bac4",heap:"#8a94a6",queued:"#4f8ae0","idle Ps":"#b4bac4",spinning:"#8a5cc4"},dark:{open:"#8\
a94a6",unknown:"#5a6270",runnable:"#5c96ea",running:"#45b573",waiting:"#d98a60",syscall:"#a37de0",idle:"#666e7c",heap:"#8a94a6",queued:"#5c96ea","idle Ps":"#666\
e7c",spinning:"#a37de0"}},we=[{name:"runtime",light:"#868e9b",dark:"#6b7380",dash:[2,8]},{name:"chan receive",light:"#cc6836",dark:"#dd8a5e",dash:[8,3]},{name:"\
chan send",light:"#b8502e",dark:"#c96a48",dash:[4,3]},{name:"select",light:"#b07a18",dark:"#e0ac58",dash:[10,3,2,3]},{name:"sync",light:"#cc4b4b",dark:"#dc6a6a",
dash:[]},{name:"sleep",light:"#a97c54",dark:"#b58e6c",dash:[2,4]},{name:"network",light:"#c8667d",dark:"#d98fa0",dash:[16,4]},{name:"other",light:"#c96d3c",dark:"\
#d98a60",dash:[10,2,3,2,3,2]}],nn={async:{light:"#c81e2b",dark:"#ff6b70",glyph:"▼"},cooperative:{light:"#1f5fc8",dark:"#7ab0ff",glyph:"△"},stw:{light:"#e016\
1c",dark:"#ff5a5f",glyph:"■"},suspend:{light:"#7a3fc0",dark:"#b48af0",glyph:"●"},gosched:{light:"#0f8277",dark:"#4fd0c0",glyph:"◇"},mutex_handoff:{light:"\
#a86500",dark:"#e0a950",glyph:"▷"},unknown:{light:"#69727f",dark:"#a0a8b4",glyph:"✕"}},$o={light:{text:"#1b2430",muted:"#667085",line:"#e4e7ec",track:"#f3f5\
f8",panel:"#ffffff",dim:"#dfe3e9",gc:"#9b6bd3",stw:"#e0161c",accent:"#3355cc",led:"#3355cc",caused:"#a3420f",ramp:["#f3f5f8","#3355cc"]},dark:{text:"#e6e9ee",muted:"\
#98a2b3",line:"#2b323d",track:"#1c222b",panel:"#14181f",dim:"#333b47",gc:"#b48af0",stw:"#ff5a5f",accent:"#8ea6ff",led:"#8ea6ff",caused:"#ffb27a",ramp:["#1c222b",
"#8ea6ff"]}},ge=globalThis.matchMedia?matchMedia("(prefers-color-scheme: dark)"):{matches:!1},Lo=null,To=ge.matches?"dark":"light";ge.addEventListener?.("change",
()=>{To=ge.matches?"dark":"light"});var D=()=>Lo||To,Co=[],Io=()=>Co.forEach(t=>t());ge.addEventListener?.("change",Io);function ye(t){let e=D();Lo=t,D()!==e&&Io()}
var Y=t=>ia[D()][(t%12+12)%12],ca=new Map(we.map(t=>[t.name,t])),Ct=t=>ca.get(vo(t)),Xt=t=>Ct(t)[D()];function Ao(t){let e=parseInt(t.slice(1),16),[n,o,s]=[e>>16,
e>>8&255,e&255].map(r=>r<=10?r/255/12.92:((r/255+.055)/1.055)**2.4);return .2126*n+.7152*o+.0722*s}function en(t,e){let[n,o]=[Ao(t),Ao(e)];return(Math.max(n,o)+
.05)/(Math.min(n,o)+.05)}var tn=new Map;function lt(t){return tn.has(t)||tn.set(t,en(t,"#000000")>en(t,"#ffffff")?"#000000":"#ffffff"),tn.get(t)}function la(t,e,n){
let o=s=>{let r=parseInt(t.slice(1),16)>>s&255,a=parseInt(e.slice(1),16)>>s&255;return Math.round(r+(a-r)*n).toString(16).padStart(2,"0")};return"#"+o(16)+o(8)+
o(0)}function Yt(){let t=$o[D()],e={axisLine:{lineStyle:{color:t.line}},axisTick:{lineStyle:{color:t.line}},axisLabel:{color:t.muted,fontSize:11},splitLine:{lineStyle:{
color:t.line}}};return{backgroundColor:"transparent",textStyle:{fontFamily:getComputedStyle(document.body).fontFamily,color:t.text},categoryAxis:e,valueAxis:e,logAxis:e}}
var _=t=>So[D()][t]||So[D()].unknown,Mt=t=>nn[t][D()],ht=xo,Zt=bo,dt=t=>nn[t].glyph,on=Object.keys(nn),w=()=>$o[D()],sn=t=>Co.push(t);function ua(t){document.documentElement.classList.add("printing"),ye("light"),No(t);for(let e of document.querySelectorAll(".chart"))fa([...e.querySelectorAll("\
canvas")])}function fa(t){let e=t.pop();if(!t.length)return;let n=e.getContext("2d");n.save(),n.setTransform(1,0,0,1,0,0),n.globalCompositeOperation="destinatio\
n-over";for(let o of t.reverse())n.drawImage(o,0,0);n.restore()}function ha(t){document.documentElement.classList.remove("printing"),ye(null),No(t)}function No(t){
for(let e of t)e.relayout(),e.draw();for(let e of document.querySelectorAll(".chart")){let n=echarts.getInstanceByDom(e);n?.resize(),n?.getZr().flush()}for(let e of document.
querySelectorAll(".virtual-box"))e.dispatchEvent(new Event("scroll"));for(let e of document.querySelectorAll(".list"))e.list?.draw()}function Eo(t){addEventListener("beforeprint",()=>ua(t)),addEventListener("afterprint",()=>ha(t))}var yt={};R(yt,{build:()=>$n,courses:()=>Ce,groupings:()=>se,hit:()=>Ln,orders:()=>oe,press:()=>Ie,statsOf:()=>us});var Oo=null;function ma(){Oo&&(Oo.hidden=!0)}var Ro=0;function Bo(t){let e=B("said");e.textContent=t,clearTimeout(Ro),Ro=setTimeout(()=>{e.textContent=""},6e3)}globalThis.addEventListener?.(
"scroll",ma,{passive:!0});var tt={};R(tt,{chain:()=>ee,coreFacts:()=>te,facts:()=>N,head:()=>Ae,merged:()=>Qt,onLane:()=>Wt,spanFacts:()=>$e,tooltip:()=>xn});var ke={};R(ke,{colourOf:()=>ut,functionsOf:()=>an,giveRoles:()=>rn});function ut({model:{gs:t,roles:e},colourBy:n},o){if(n!=="function")return Y(t.id[o]??0);if(!e)return Y(t.func[o]??0);let s=e.ofFunc.get(t.func[o]);return s===void 0?
_("idle"):Y(s)}function rn(t,e){for(let n of t){let o=new Map(n.strings.map((r,a)=>[r,a])),s=new Map;e.forEach(({funcs:r},a)=>r.forEach(i=>o.has(i)&&s.set(o.get(
i),a))),n.roles={names:e.map(r=>r.name),ofFunc:s}}}function an(t){return[...new Set(t.flatMap(n=>Array.from(n.gs.func,o=>n.strings[o])))].sort().map(n=>({name:"",
funcs:[n]}))}var Q={};R(Q,{core:()=>H,flame:()=>ya,frame:()=>Rt,g:()=>St,group:()=>st,heat:()=>ga,lane:()=>mt,log:()=>U,mark:()=>ft,other:()=>Et,queue:()=>rt,range:()=>Z,region:()=>J,
sample:()=>Nt,site:()=>wa,span:()=>q,stack:()=>Ot,table:()=>pa,task:()=>It});var St={id:"g.id",func:"g.func",system:"g.system",parent:"g.parent",created:"g.crea\
ted"},q={start:"span.start",dur:"span.dur",g:"span.g",m:"span.m",p:"span.p",stack:"span.stack",waker:"span.waker",n:"span.n",reason:"span.reason",state:"span.st\
ate",preempt:"span.preempt",idle:"span.idle",oncore:"span.oncore"},ft={time:"mark.time",g:"mark.g",m:"mark.m",p:"mark.p",stack:"mark.stack",n:"mark.n",kind:"mar\
k.kind"},Z={name:"range.name",start:"range.start",dur:"range.dur",g:"range.g",p:"range.p",n:"range.n",busy:"range.busy"},It={id:"task.id",parent:"task.parent",type:"\
task.type",start:"task.start",end:"task.end",open:"task.open"},J={task:"region.task",type:"region.type",g:"region.g",start:"region.start",end:"region.end",open:"\
region.open"},U={time:"log.time",g:"log.g",task:"log.task",category:"log.category",message:"log.message"},st={func:"group.func",others:"group.others",goroutines:"\
group.goroutines",lanes:"group.lanes",running:"group.running",runnable:"group.runnable"},Nt={time:"sample.time",name:"sample.name",value:"sample.value"},H={key:"\
core.key",count:"core.count",start:"core.start",dur:"core.dur",m:"core.m",other:"core.other",n:"core.n",left:"core.left",idle:"core.idle"},Et={id:"other.id",process:"\
other.process",name:"other.name",traced:"other.traced"},rt={time:"queue.time",global:"queue.global",ps:"queue.ps",local:"queue.local",idle:"queue.idle",spinning:"\
queue.spinning",threads:"queue.threads"},pa={id:"table.id",func:"table.func",parent:"table.parent",ended:"table.ended",life:"table.life",running:"table.running",
runnable:"table.runnable",waiting:"table.waiting",syscall:"table.syscall",runs:"table.runs",maxSlice:"table.maxSlice",maxLatency:"table.maxLatency",preempted:"t\
able.preempted",migrations:"table.migrations",endState:"table.endState",endReason:"table.endReason",system:"table.system"},ga={utilisation:"heat.utilisation",cores:"\
heat.cores"},mt={g:{key:"lane.g.key",count:"lane.g.count",rows:"lane.g.rows"},p:{key:"lane.p.key",count:"lane.p.count",rows:"lane.p.rows"},m:{key:"lane.m.key",count:"\
lane.m.count",rows:"lane.m.rows"}},Ot={len:"stack.len",frames:"stack.frames"},Rt={func:"frame.func",file:"frame.file",line:"frame.line",whose:"frame.whose"},wa={
stack:{len:"site.stack.len",frames:"site.stack.frames"},frame:{func:"site.frame.func",file:"site.frame.file",line:"site.frame.line",whose:"site.frame.whose"}},ya={
blocking:{depth:"flame.blocking.depth",name:"flame.blocking.name",frame:"flame.blocking.frame",total:"flame.blocking.total",count:"flame.blocking.count"},ready:{
depth:"flame.ready.depth",name:"flame.ready.name",frame:"flame.ready.frame",total:"flame.ready.total",count:"flame.ready.count"},syscalls:{depth:"flame.syscalls\
.depth",name:"flame.syscalls.name",frame:"flame.syscalls.frame",total:"flame.syscalls.total",count:"flame.syscalls.count"},samples:{depth:"flame.samples.depth",
name:"flame.samples.name",frame:"flame.samples.frame",total:"flame.samples.total",count:"flame.samples.count"}};var cn={};R(cn,{RUNNABLE:()=>O,RUNNING:()=>b,SYSCALL:()=>I,WAITING:()=>S,preempts:()=>E,states:()=>X});var X=["unknown","runnable","running","waiting","syscall",
"dead"],O=1,b=2,S=3,I=4;var un={};R(un,{byPixel:()=>ln,fromSeries:()=>zt,fromSpans:()=>Bt,levelAt:()=>pt,steps:()=>Pt});function Bt(t,e,n){let o=[],s=[];for(let f of t)for(let d of f.rows)
n!==null&&e.state[d]!==n||(o.push(e.start[d]),s.push(e.end[d]));let r=Float64Array.from(o).sort(),a=Float64Array.from(s).sort(),i=new Float64Array(r.length*2),c=new Float64Array(
r.length*2),l=0,u=0;for(let f=0,d=0;d<a.length;){let p=f<r.length&&r[f]<a[d],m=p?r[f++]:a[d++];u+=p?1:-1,l>0&&i[l-1]===m&&l--,i[l]=m,c[l++]=u}return Pt(i.subarray(
0,l),c.subarray(0,l))}function zt(t,e){return Pt(Float64Array.from(e,(n,o)=>t.start+o*t.step),Float64Array.from(e))}function Pt(t,e){let n=new Float64Array(t.length);
for(let o=1;o<t.length;o++)n[o]=n[o-1]+e[o-1]*(t[o]-t[o-1]);return{time:t,level:e,area:n,max:e.reduce((o,s)=>Math.max(o,s),0)}}function Po(t,e){let n=0,o=t.time.
length;for(;n<o;){let s=n+o>>1;t.time[s]<=e?n=s+1:o=s}return n-1}var pt=(t,e)=>t.level[Po(t,e)]??0;function zo(t,e,n){return e<0?0:t.area[e]+t.level[e]*(n-t.time[e])}
function ln(t,e,n,o){let s=new Float32Array(o),r=new Float32Array(o),a=(n-e)/o,i=Po(t,e);for(let c=0;c<o;c++){let l=e+c*a,u=l+a;for(;i+1<t.time.length&&t.time[i+
1]<=l;)i++;let f=zo(t,i,l),d=t.level[i]??0;for(;i+1<t.time.length&&t.time[i+1]<u;)d=Math.max(d,t.level[++i]);r[c]=d,s[c]=(zo(t,i,u)-f)/a}return{mean:s,max:r}}var fn=1e7;function Fo(t){let{page:e,lanes:n,spans:o}=t,s=t.part.resolution===0&&t.part.complete,r=ka(t),a=ba(t);if(!s){let i=e.series;return{exact:s,heap:r,...a,
runnable:zt(i,i.runnable),running:zt(i,i.running)}}return{exact:s,heap:r,...a,runnable:Bt(n.g,o,O),running:Bt(n.g,o,b)}}function ka({cols:t,strings:e,page:n}){let o=[];
for(let s=0;s<t[Nt.time].length;s++)e[t[Nt.name][s]]==="/memory/classes/heap/objects:bytes"&&o.push(s);return o.length<3||!n.stat.gc.cycles?null:Pt(Float64Array.
from(o,s=>t[Nt.time][s]),Float64Array.from(o,s=>t[Nt.value][s]))}function ba(t){let e=t.cols,n=e[rt.time];if(!n||!n.length)return{};t.queues=Array.from(n,()=>null);
for(let s=0,r=0;s<n.length;r+=e[rt.ps][s++]){let a=Array.from(e[rt.local].subarray(r,r+e[rt.ps][s]));t.queues[s]={time:n[s],global:e[rt.global][s],local:a,idle:e[rt.
idle][s],spinning:e[rt.spinning][s],threads:e[rt.threads][s]}}let o=s=>{let r=[],a=[];return t.queues.forEach((i,c)=>{r.push(i.time),a.push(s(i)),n[c+1]<=i.time+
1.5*fn||(r.push(i.time+fn),a.push(0))}),Pt(Float64Array.from(r),Float64Array.from(a))};return{queued:o(s=>s.global+s.local.reduce((r,a)=>r+a,0)),"idle Ps":o(s=>s.
idle),spinning:o(s=>s.spinning)}}function Wo(t,e){let n=t.queues||[],o=n.length-1;for(;o>=0&&n[o].time>e;)o--;return o>=0&&e-n[o].time<=1.5*fn?n[o]:null}var At={};R(At,{at:()=>Ft,build:()=>mn,isRunning:()=>gn,left:()=>Me,offCore:()=>wn,parts:()=>pn});var hn={};R(hn,{at:()=>G,cut:()=>ve,firstEndingAfter:()=>j,firstStartingAt:()=>xe});function j(t,e,n){let o=0,s=e.length;for(;o<s;){let r=o+s>>1;t.end[e[r]]>n?s=r:o=r+1}return o}function xe(t,e,n,o){let s=o;for(let r=1;s<e.length&&t.start[e[s]]<
n;r*=2)o=s+1,s+=r;for(s=Math.min(s,e.length);o<s;){let r=o+s>>1;t.start[e[r]]>=n?s=r:o=r+1}return o}var be={sums:new WeakMap,onCore:new WeakMap};function Go(t,e){
let n=be.sums.get(e.rows);if(n)return n;let o=new Float64Array(e.rows.length+1);for(let s=0;s<e.rows.length;s++){let r=e.rows[s],a=e.kind!=="g"||t.state[r]===b;
o[s+1]=o[s]+(a?t.dur[r]-t.idle[r]:0)}return be.sums.set(e.rows,o),o}function xa(t,e){let n=be.onCore.get(e.rows);if(n)return n;let o=Go(t,e),s=new Float64Array(
o.length);for(let r=0;r<e.rows.length;r++){let a=t.oncore?t.oncore[e.rows[r]]:-1;s[r+1]=s[r]+(o[r+1]-o[r])*(a<0?1:a/1e3)}return be.onCore.set(e.rows,s),s}function va(t,e,n,o){
let s=Math.max(1,Math.floor((o-n)/16)),r=e[n];for(let a=n+s;a<o;a+=s)t.dur[e[a]]>t.dur[r]&&(r=e[a]);return r}function Ma(t,e,n){let o=e,s=n;for(;o<s;){let r=o+s>>
1;t[r+1]>t[e]?s=r:o=r+1}return o}function ve(t,e,n,o,s,r,a=null){let i=e.rows,c=(o-n)/s,l=m=>(m-n)/c,u=Go(t,e),f=xa(t,e),d=(m,g)=>u[g]>u[m]?(f[g]-f[m])/(u[g]-u[m]):
1,p=j(t,i,n);for(;p<i.length;){let m=i[p];if(t.start[m]>=o)return;if(t.end[m]-t.start[m]>=c){let $=t.n[m]>1;r(Math.max(l(t.start[m]),-1),Math.min(l(t.end[m]),s+
1),m,$?1-t.idle[m]/t.dur[m]:1,$,d(p,p+1)),p++;continue}let g=Math.floor(l(t.start[m])+1e-6),v=Math.max(p+1,xe(t,i,n+(g+1)*c,p));v-1>p&&t.dur[i[v-1]]>=c&&v--,r(g,
g+1,a&&a[v]>a[p]?i[Ma(a,p,v)]:va(t,i,p,v),Math.min(1,(u[v]-u[p])/c),!0,d(p,v)),p=v}}function G(t,e,n,o){let s=e.rows,r=j(t,s,n);if(r<s.length&&t.start[s[r]]<=n)
return r;let a=r<s.length?t.start[s[r]]-n:1/0,i=r>0?n-t.end[s[r-1]]:1/0;return Math.min(a,i)>o?-1:a<i?r:r-1}var Sa=new Int32Array(0),Me=["","","preempted","blocked","exited"];function mn(t,e,n){let o=n[H.key];if(!o||!o.length)return;e.onCore=t.threads.length?Array.from(
t.threads,()=>({start:[],end:[],core:[],left:[]})):[],e.others=Array.from(n[Et.id],(a,i)=>({id:a,process:n[Et.process][i],name:t.strings[n[Et.name][i]],traced:!!n[Et.
traced][i]}));let s=new dn(e.spans),r=new Map(t.lanes.c.map(a=>[a.key,a]));for(let a=0,i=0;a<o.length;i+=n[H.count][a++]){let c=s.base+s.length;for(let u=i;u<i+
n[H.count][a];u++)Aa(t,e,s,o[a],n,u);let l=Int32Array.from({length:s.base+s.length-c},(u,f)=>c+f);e.lanes.set(r.get(o[a]),{rows:l,marks:[],under:[]})}for(let a of e.
onCore)$a(a);s.append(e.spans)}function Aa(t,e,n,o,s,r){let a=s[H.m][r],i=s[H.start][r],c=i+s[H.dur][r],l={core:o,m:a,other:s[H.other][r],left:s[H.left][r],n:s[H.
n][r],idle:s[H.idle][r]};if(a<0)return n.add(i,c,-1,l);let u=e.onCore[a];u.start.push(i),u.end.push(c),u.core.push(o),u.left.push(l.left);let f=e.lanes.get(t.lanes.
m[a])?.rows||Sa,{spans:d}=e,p=j(d,f,i);if(l.n>1){let g=p<f.length&&d.start[f[p]]<c?f[p]:-1;return n.add(i,c,g,l)}let m=i;for(;p<f.length&&d.start[f[p]]<c;p++){let g=f[p],
v=Math.max(m,d.start[g]),$=Math.min(c,d.end[g]);v>m&&n.add(m,v,-1,l),$>v&&n.add(v,$,g,l),m=Math.max(m,$)}(c>m||c===i)&&n.add(m,c,-1,l)}function $a(t){let e=t.start.
map((n,o)=>o).sort((n,o)=>t.start[n]-t.start[o]);for(let n of["start","end","core","left"])t[n]=Float64Array.from(e,o=>t[n][o])}var dn=class{constructor(e){this.
spans=e,this.base=e.start.length,this.length=0,this.cols={start:[],end:[],from:[],core:[],m:[],other:[],left:[],n:[],idle:[]}}add(e,n,o,s){let r=this.cols;r.start.
push(e),r.end.push(n),r.from.push(o);for(let a of["core","m","other","left","n","idle"])r[a].push(s[a]);this.length++}append(e){let{cols:n,base:o,length:s}=this,
r=(c,l)=>{let u=new c.constructor(o+s);u.set(c);for(let f=0;f<s;f++)u[o+f]=l(f);return u},a=(c,l)=>r(e[c],u=>n.from[u]<0?l:e[c][n.from[u]]),i={start:r(e.start,c=>n.
start[c]),end:r(e.end,c=>n.end[c]),dur:r(e.dur,c=>n.end[c]-n.start[c]),g:a("g",-1),p:a("p",-1),stack:a("stack",0),reason:a("reason",0),state:a("state",0),m:r(e.
m,c=>n.m[c]),n:r(e.n,c=>n.n[c]),idle:r(e.idle,c=>n.idle[c]),waker:r(e.waker,()=>-1),preempt:r(e.preempt,()=>0),oncore:r(e.oncore,()=>1e3)};i.core=r(new Int32Array(
o).fill(-1),c=>n.core[c]),i.other=r(new Int32Array(o).fill(-1),c=>n.other[c]),i.left=r(new Uint8Array(o),c=>n.left[c]),Object.assign(e,i)}};function Ft(t,e,n){let o=t.
onCore?.[e];if(!o||!o.start.length)return null;let s=0,r=o.start.length;for(;s<r;){let i=s+r>>1;o.start[i]<=n?s=i+1:r=i}let a=s-1;return a>=0&&n<o.end[a]?{core:o.
core[a],since:o.start[a],until:o.end[a]}:{core:-1,why:a>=0?Me[o.left[a]]:"",since:a>=0?o.end[a]:0,until:s<o.start.length?o.start[s]:t.duration}}function pn(t,e,n,o){
let{spans:s}=t,r=t.onCore[s.m[e]];if(!r)return;let a=(n.to-n.from)/n.width,i=Math.max(s.start[e],n.from),c=Math.min(s.end[e],n.to),l=-1,u=0,f=()=>{u>0&&o(l,l+1,
Math.min(1,u)),u=0},d=0,p=r.end.length;for(;d<p;){let m=d+p>>1;r.end[m]>i?p=m:d=m+1}for(let m=d;m<r.start.length&&r.start[m]<c;m++){let g=(Math.max(i,r.start[m])-
n.from)/a,v=(Math.min(c,r.end[m])-n.from)/a;if(v-g>=1){f(),o(g,v,1);continue}let $=Math.floor(g);$!==l&&f(),l=$,u+=v-g}f()}var gn=(t,e)=>t.spans.state[e]===b;function wn(t,e){
let n=t.spans.oncore[e];return n<0?null:t.spans.dur[e]*(1-n/1e3)}var Jt={};R(Jt,{build:()=>yn,gFunc:()=>T,gName:()=>x,laneID:()=>K,laneName:()=>F,stackOf:()=>gt});var La=64,Ta=200;function Do(t){let{cols:e,strings:n,duration:o}=t,s=new Map,r=(i,c,l)=>{let u=n[e[Q[i].type][c]]||"(no type)",f=e[Q[i].end][c],d=i+"/"+u,p=u;!s.
has(d)&&s.size>=Ta&&([d,p]=[i+"/",`other ${i}s`]),s.has(d)||s.set(d,{kind:"t",what:i,key:d,name:p,boxes:[],levels:1,rows:new Int32Array(0),marks:[],under:[]}),s.
get(d).boxes.push({what:i,name:u,start:Math.max(0,e[Q[i].start][c]),end:f<0?o:f,open:!!e[Q[i].open][c],...l})};for(let i=0;i<e[It.type].length;i++)r("task",i,{id:e[It.
id][i],parent:e[It.parent][i],g:-1,task:e[It.id][i]});for(let i=0;i<e[J.type].length;i++)r("region",i,{g:t.byID.get(e[J.g][i])??-1,task:e[J.task][i]});let a=[...s.
values()].sort((i,c)=>c.what.localeCompare(i.what)||i.name.localeCompare(c.name));for(let i of a)Ca(i);t.lanes.t=a,t.logs=Ia(t)}function Ca(t){t.boxes.sort((n,o)=>n.
start-o.start||o.end-n.end);let e=[];for(let n of t.boxes){let o=e.findIndex(s=>s<=n.start);o<0&&(o=Math.min(e.length,La-1)),e[o]=Math.max(e[o]??0,n.end),n.level=
o}t.levels=Math.max(1,e.length)}function Ia({cols:t,strings:e}){let n=new Map;for(let o=0;o<t[U.time].length;o++){let s=[e[t[U.category][o]],e[t[U.message][o]]].
filter(Boolean).join(": "),r=t[U.task][o];n.has(r)||n.set(r,[]),n.get(r).push({time:t[U.time][o],text:s,g:t[U.g][o]})}return n}var Ea={rows:new Int32Array(0),marks:[],under:[]};function Uo(t,e,{from:n,to:o,resolution:s,resolutions:r,complete:a,groupStep:i}){let c={from:n,to:o,resolution:s,
resolutions:r,complete:a,spans:Oa(e),lanes:new Map,groups:Ra(t,e,n,i),onCore:null,others:[]},{p:l,m:u}=t.lanes,f={p:new Map(l.map(d=>[d.key,d])),m:new Map(u.map(
d=>[d.key,d])),g:t.laneOfG};for(let d of["p","m","g"])Ba(c,d,f[d],e);return za(c,t,f.p,e),Pa(c,t,e),mn(t,c,e),c}function Ho(t,e){let{spans:n,marks:o,bands:s,onCore:r,
others:a}=e;Object.assign(t,{part:e,spans:n,marks:o,bands:s,onCore:r,others:a});for(let i of Object.values(t.lanes))for(let c of i)Object.assign(c,e.lanes.get(c)||
Ea)}function Oa(t){let e=t[q.start],n=t[q.dur];return{start:e,dur:n,end:e.map((o,s)=>o+n[s]),g:t[q.g],m:t[q.m],p:t[q.p],stack:t[q.stack],waker:t[q.waker],n:t[q.
n],reason:t[q.reason],state:t[q.state],preempt:t[q.preempt],idle:t[q.idle],oncore:t[q.oncore]||new Int32Array(e.length).fill(-1)}}function Ra(t,e,n,o){let s=e[st.
func]?.length??0,r=s&&e[st.running].length/s;return Array.from({length:s},(a,i)=>{let c=(l,u)=>({name:l,f:zt({start:n,step:o},e[u].subarray(i*r,(i+1)*r).map(f=>f/
100))});return{func:t.strings[e[st.func][i]],others:!!e[st.others][i],goroutines:e[st.goroutines][i],lanes:e[st.lanes][i],step:o,courses:[c("running",st.running),
c("runnable",st.runnable)]}})}function Ba(t,e,n,o){let s=o[mt[e].key],r=o[mt[e].count],a=o[mt[e].rows];for(let i=0,c=0;i<s.length;c+=r[i++])t.lanes.set(n.get(s[i]),
{rows:a.subarray(c,c+r[i]),marks:[],under:[]})}function za(t,e,n,o){let s={time:o[ft.time],g:o[ft.g],m:o[ft.m],p:o[ft.p],stack:o[ft.stack],n:o[ft.n],kind:o[ft.kind]};
t.marks=s;for(let r=0;r<s.time.length;r++)for(let a of[n.get(s.p[r]),e.lanes.m[s.m[r]],e.laneOfG.get(s.g[r])])t.lanes.get(a)?.marks.push(r)}function Pa(t,e,n){let o=e.
strings,s=r=>t.lanes.get(e.laneOfG.get(r))?.under;t.bands=[];for(let r=0;r<n[Z.name].length;r++){let a={name:o[n[Z.name][r]],start:n[Z.start][r],end:n[Z.start][r]+
n[Z.dur][r],g:n[Z.g][r],p:n[Z.p][r],n:n[Z.n][r]};a.busy=a.n>1?n[Z.busy][r]:a.end-a.start,a.stw=a.name.startsWith("stop-the-world"),a.gap=a.name==="missing from \
the trace",a.stw||a.g<0&&a.p<0?t.bands.push(a):s(a.g)?.push({...a,kind:"range"})}for(let r=0;r<n[J.type].length;r++){let a=n[J.end][r];s(e.byID.get(n[J.g][r]))?.
push({kind:"region",name:o[n[J.type][r]],start:Math.max(0,n[J.start][r]),end:a<0?e.duration:a})}for(let r=0;r<n[U.time].length;r++){let a=n[U.time][r],i=[o[n[U.
category][r]],o[n[U.message][r]]].filter(Boolean).join(": ");s(e.byID.get(n[U.g][r]))?.push({kind:"log",name:i,start:a,end:a})}}function yn({page:t,strings:e,cols:n}){ko(t.kinds);let o={id:n[St.id],func:n[St.func],system:n[St.system],parent:n[St.parent],created:n[St.created]},s={page:t,strings:e,
cols:n,gs:o,duration:Math.max(1,t.duration),lanes:{p:Se("p",n),m:Se("m",n),g:Se("g",n),c:Se("c",n)},threads:n[mt.m.key],byID:new Map};for(let i=0;i<o.id.length;i++)
s.byID.set(o.id[i],i);s.laneOfG=new Map(s.lanes.g.map(i=>[i.key,i]));let{carried:r}=t,a={...t,from:0,to:s.duration,complete:r.lanes===r.goroutines};return s.overview=
Uo(s,n,a),Ho(s,s.overview),Wa(s),Do(s),s}var Se=(t,e)=>Array.from(e[t==="c"?H.key:mt[t].key]||[],n=>({kind:t,key:n}));function Wa(t){let{system:e}=t.gs;t.lanes.
g.sort((n,o)=>e[n.key]-e[o.key]||t.gs.id[n.key]-t.gs.id[o.key])}var x=(t,e)=>e<0?"no goroutine":"G"+t.gs.id[e],T=(t,e)=>e<0?"":t.strings[t.gs.func[e]]||"";function F(t,e){
return e.kind==="p"?"P "+e.key:e.kind==="m"?"M "+e.key:e.kind==="c"?"core "+e.key:e.kind==="group"?e.title:e.kind==="t"?e.name:x(t,e.key)}var K=(t,e)=>e.kind+(e.
kind==="g"?t.gs.id[e.key]:e.key);function gt(t,e){let n=t.cols;if(!t.stackStart){t.stackStart=[0];for(let s of n[Ot.len])t.stackStart.push(t.stackStart.at(-1)+s)}
let o=[];for(let s=t.stackStart[e]??0;s<(t.stackStart[e+1]??0);s++){let r=n[Ot.frames][s];o.push({func:t.strings[n[Rt.func][r]],file:t.strings[n[Rt.file][r]],line:n[Rt.
line][r],whose:n[Rt.whose][r]})}return o}var jo=new WeakMap;function qa(t){let e=new Map;for(let n of t.source||[])e.set(n.file,[...e.get(n.file)||[],n]);return jo.set(t,e),e}function Ga(t,{file:e,line:n}){
return((jo.get(t)||qa(t)).get(e)||[]).find(s=>n>=s.first&&n<s.first+s.lines.length)||null}function Vo(t,e){let n=Ga(t,e);return n?n.lines[e.line-n.first].trim():
""}var Ko=t=>t.whose>0,kn=t=>`${A(t.func)} ${pe(t.file)}:${t.line}`,bn=t=>t.find(e=>!Ko(e))||t[0];function _o(t,e,n){let o=e&&Vo(e,t),s=A(t.func);return h("li",{},
n&&t.func?L(s,()=>n.search(`stack:"${t.func.replaceAll('"',"")}"`),`grey out all spans without ${t.func} in their stack`):h("span",{class:"func",title:t.func},s),
h("span",{class:"file",title:`${t.file}:${t.line}`},`${pe(t.file)}:${t.line}`),o?h("code",{class:"line"},o):null)}function Xo(t,e,n=null,o=null){if(!e.length)return h(
"p",{class:"quiet"},"No stack was recorded.");let s=[];for(let r=0;r<e.length;){let a=r;for(;a<e.length&&Ko(e[a]);)a++;a-r>1&&a-r<e.length?(s.push(h("li",{class:"\
folded"},h("details",{},h("summary",{},`${a-r} runtime frames, starting at ${A(e[r].func)}`),h("ol",{class:"stack"},e.slice(r,a).map(i=>_o(i,n,o)))))),r=a):s.push(
_o(e[r++],n,o))}return h("div",{},t&&h("h4",{},t),h("ol",{class:"stack"},s))}function Ae(t,e){let n=T(t.model,e);return h("div",{class:"who"},e>=0&&z(ut(t,e)),h("b",{},x(t.model,e)),n?" "+A(n):"")}function N(t){let e=h("dl",{class:"facts"});
for(let[n,o]of t)o==null||o===""||e.append(h("dt",{},n),h("dd",{},o));return e}function Da(t,e){let{spans:n,strings:o}=t;if(n.state[e]!==b)return"";let s=E[n.preempt[e]];
if(s)return dt(s)+" "+ht(s);let r=o[n.reason[e]];return r?"blocked: "+r:""}function Qt(t,e,n){let{spans:o}=t;return o.n[e]>1?`${k(o.n[e])} spans merged, busy ${V(
1-o.idle[e]/Math.max(1,o.dur[e]))}`:n>1?`one of ${k(n)} spans in this pixel; zoom in to separate them`:""}function $e(t,e){let{model:n}=t,{spans:o,strings:s}=n,
r=o.state[e];return[["state",X[r]],["reason",r===S?s[o.reason[e]]:""],["start",M(o.start[e],1e3)],["duration",y(o.dur[e])],["P",o.p[e]>=0?String(o.p[e]):""],["M",
o.m[e]>=0?String(n.threads[o.m[e]]):""],["ended",Da(n,e)]]}function te(t,e,n){let{model:o}=t,{spans:s}=o;if(!o.onCore)return[];if(s.core?.[e]>=0)return[["switch\
ed out",Ua[Me[s.left[e]]]||""]];if(s.state[e]!==b||s.n[e]>1)return[];let r=wn(o,e),a=Ft(o,s.m[e],n);return[["on a core",r===null?"unknown":`${y(s.dur[e]-r)} of ${y(
s.dur[e])}`],["here",a&&a.core<0?`off-CPU for ${y(a.until-a.since)}${a.why==="preempted"?": the kernel had preempted the thread":a.why==="blocked"?": the thread\
 was blocked in the kernel":""}`:""]]}var Ua={preempted:"preempted by the kernel",blocked:"blocked",exited:"exited"};function ee(t,e,n){let{model:o}=t,{spans:s}=o;
if(!o.onCore||s.m[e]<0)return null;let r=[];s.g[e]>=0&&r.push(x(o,s.g[e])),s.p[e]>=0&&r.push("P "+s.p[e]),r.push("thread "+o.threads[s.m[e]]);let a=s.core?.[e]>=
0?s.core[e]:Ft(o,s.m[e],n)?.core??-1;return r.push(a>=0?"core "+a:"no core"),h("div",{class:"chain"},r.join(" on "))}function Wt(t,e){let{spans:n}=t,o=n.other[e]>=
0?t.others[n.other[e]]:null;if(o)return[o.traced?"M "+o.id+" (runtime)":`${o.name||"another process"} (${o.process})`,o.traced?"M "+o.id:o.name||""];let s="M "+
t.threads[n.m[e]];if(n.g[e]<0)return[s+" (no goroutine)",s];let r=x(t,n.g[e]);return[`${r} · ${s}`,r]}var Ha={[O]:"made ready at",[S]:"waits at",[I]:"called at"};
function xn(t,e){if(!e)return null;if(e.tip)return e.tip();if(e.kind==="gap")return _a(t,e);if(e.kind==="counters")return h("div",{},N([["at",M(e.t,(t.view.to-t.
view.from)/t.width)],...Zo(t,e.t),["heap",t.counts.heap&&Kt(pt(t.counts.heap,e.t))],...Va(t,e.t)]));if(e.kind==="band")return Xa(e.band);if(e.kind==="mark")return Ya(
t,e);if(e.kind==="arrow")return Za(t,e.arrow.wake);let{model:n}=t,{spans:o}=n;if(o.g[e.row]<0)return ja(t,e);let s=bn(gt(n,o.stack[e.row])),r=o.waker[e.row];return h(
"div",{},Ae(t,o.g[e.row]),ee(t,e.row,e.t),N([...$e(t,e.row),...te(t,e.row,e.t),["woken by",r>=0?`${x(n,r)} ${A(T(n,r))}`:""],[Ha[o.state[e.row]]||"stopped at",s&&
kn(s)],["note",Qt(n,e.row,e.hidden)],...Ka(e)]))}function ja(t,e){let{model:n}=t,{spans:o}=n;return h("div",{},h("div",{class:"who"},h("b",{},Wt(n,e.row)[0])),ee(
t,e.row,e.t),N([["start",M(o.start[e.row],1e3)],["duration",y(o.dur[e.row])],...te(t,e.row,e.t),["note",Qt(n,e.row,e.hidden)]]))}function Zo(t,e){return["runnin\
g","runnable"].map(n=>[n,t.counts.exact?k(pt(t.counts[n],e)):pt(t.counts[n],e).toFixed(1)+" (mean)"])}function Va(t,e){let n=Wo(t.model,e);return n?[["sampled",
M(n.time,1e6)],["global queue",String(n.global)],["local queues",n.local.join(" ")],["idle Ps",String(n.idle)],["spinning Ms",`${n.spinning} of ${n.threads}`]]:
[]}function _a(t,e){if(e.lane.kind==="g")return null;let n=e.lane.kind==="c"?" without a thread of this process":" without a goroutine";return h("div",{},h("div",
{class:"who"},h("b",{},F(t.model,e.lane)),n),N([["start",M(e.from,1e3)],["duration",y(e.to-e.from)],...Zo(t,e.t).map(([o,s])=>[o+" now",s])]))}function Ka(t){return t.
lane.kind!=="g"?[]:t.lane.under.filter(e=>e.start<=t.t&&t.t<=Math.max(e.end,e.start)).slice(0,4).map(e=>[e.kind==="range"?"runtime":e.kind,`${e.name} (${y(e.end-
e.start)})`])}function Xa(t){return h("div",{},h("div",{class:"who"},z(t.stw?w().stw:w().gc),h("b",{},t.name)),N([["start",M(t.start,1e3)],...t.n>1?[["merged",`${k(
t.n)} within ${y(t.end-t.start)}`],["total",y(t.busy)]]:[["duration",y(t.end-t.start)]]]))}function Ya(t,e){let{model:n}=t,{marks:o}=n,s=E[o.kind[e.mark]],r=bn(
gt(n,o.stack[e.mark]));return h("div",{},h("div",{class:"who"},h("span",{style:{color:Mt(s)}},dt(s)+" "),h("b",{},ht(s))),N([["goroutine",`${x(n,o.g[e.mark])} ${A(
T(n,o.g[e.mark]))}`],["time",M(o.time[e.mark],1e3)],["at",r&&kn(r)],["marks here",e.near>1?k(e.near):""]]))}function Za(t,e){let{model:n}=t,{spans:o}=n,s=a=>`${x(
n,a)} ${A(T(n,a))}`,r=e.run>=0;return h("div",{},h("div",{class:"who"},h("b",{},e.by>=0?s(e.by):e.inferred||"unknown"),e.kind==="create"?" created ":" woke ",h(
"b",{},s(e.g))),N([["at",M(e.t,1e3)],["from",e.byRow>=0&&o.n[e.byRow]===1&&o.p[e.byRow]>=0?"P "+o.p[e.byRow]:""],["to",r&&o.p[e.run]>=0?"P "+o.p[e.run]:""],["ra\
n",r?y(o.start[e.run]-e.t)+" later":"not again within the trace"],["note",e.inferred?"inferred: not caused by a goroutine":""]]))}var vn=6.7,wt={silent:!0,x:0,y:0,z2:0},ne={stroke:"none",lineWidth:1,opacity:1},it=t=>({type:"group",children:t.length?t:[{...wt,type:"schedvizRects",shape:{rects:[]},
style:ne}]}),at=class{constructor(){this.looks=[],this.last=null}add(e,n,o,s,r,a){let i=this.last;(i===null||i.fill!==e||i.opacity!==n)&&(i=this.last=this.of(e,
n)),i.rects.push(o,s,r,a)}of(e,n){for(let s of this.looks)if(s.fill===e&&s.opacity===n)return s;let o={fill:e,opacity:n,rects:[]};return this.looks.push(o),o}elements(){
return this.looks.map(e=>({...wt,type:"schedvizRects",shape:{rects:e.rects},style:{...ne,fill:e.fill,opacity:e.opacity}}))}};function Jo(t,e,n,o,s,r,a){let i=Math.
floor((s-o-10)/vn),c=n.find(l=>l.length<=i);!c||e.length>=t.labelBudget||e.push({...wt,type:"text",z2:2,x:o+5,y:r+.5,style:{text:c,fill:lt(a),stroke:"none",lineWidth:0,
backgroundColor:"transparent",padding:0,font:"10.5px "+t.font,verticalAlign:"middle"}})}var Le=5,Ja=15,Qa=150,ti=3,Qo=12,Mn=({levels:t})=>Math.max(3,Math.min(Ja,Math.floor(Qa/t))),es=t=>Le+4+t.levels*Mn(t),ns=(t,e)=>e.g>=0?ut(t,e.g):Y(e.what==="tas\
k"?e.id:4);function ei(t,{name:e,g:n}){return t.found?!t.found.has(n)&&!t.filter.words.some(o=>o.kind==="func"&&e.toLowerCase().includes(o.value)):!1}function os(t,e,n,o){
let s=new at,r=[],a=Mn(e),i=new Int32Array(e.levels).fill(-1);s.add(w().track,1,0,o+Le,n.width,e.levels*a);let c=l=>(l-n.from)/(n.to-n.from)*n.width;for(let l of e.
boxes){if(l.start>n.to)break;if(l.end<n.from)continue;let u=Math.max(c(l.start),-1),f=Math.max(1,Math.min(c(l.end),n.width+1)-u-1);if(f<=1&&Math.floor(u)===i[l.
level])continue;i[l.level]=Math.floor(u+f);let d=o+Le+l.level*a,p=ei(t,l),m=p?w().dim:ns(t,l);s.add(m,.85,u,d,f,Math.max(2,a-1)),l.what==="task"&&ni(t,l,c,d,a,s),
!p&&a>=12&&Jo(t,r,oi(t,l),Math.max(u,0),Math.min(u+f,n.width),d+a/2,m)}return[...s.elements(),...r]}function ni(t,e,n,o,s,r){let a=-9;for(let{time:i}of t.model.
logs.get(e.task)||[]){let c=n(i);i<e.start||i>e.end||c-a<2||(a=c,r.add(w().text,1,c-.75,o,1.5,Math.max(2,s-1)))}}function oi(t,e){let n=y(e.end-e.start),o=e.what===
"task"?`${e.name} ${e.id}`:[e.name,e.g>=0&&x(t.model,e.g)].filter(Boolean).join(" ");return[`${o} · ${n}`,o,e.name]}function ss(t,e,n,o){let s=(t.view.to-t.view.
from)/t.width,r=Math.floor((o-Le)/Mn(e)),a=null,i=3*s;for(let c of e.boxes){if(c.start>n+i)break;if(c.level!==r)continue;let l=Math.max(c.start-n,n-c.end,0);l<=
i&&([a,i]=[c,l])}return a&&{kind:"task",lane:e,t:n,box:a,tip:()=>ri(t,a,n,s),click:()=>is(t,a)}}var si=t=>t.what==="task"?`task ${t.id}`:"region";function rs(t,e){
return h("div",{class:"who"},z(ns(t,e)),h("b",{},e.name)," "+si(e))}function as(t,e){let{model:n}=t,o=e.what==="task"&&e.parent>0?`task ${e.parent}`:"";return[[
"start",e.start>0?M(e.start,1e3):"at or before the start of the trace"],["duration",y(e.end-e.start)+(e.open?", still open at the end of the trace":"")],["paren\
t",o],["goroutine",e.g>=0?`${x(n,e.g)} ${A(T(n,e.g))}`:""],["task",e.what==="region"&&e.task>0?String(e.task):""]]}function ri(t,e,n,o){let s=e.what==="task"&&t.
model.logs.get(e.task)||[],r=s.filter(a=>Math.abs(a.time-n)<=ti*o).slice(0,4);return h("div",{},rs(t,e),N([...as(t,e),["logs",s.length?k(s.length):""],...r.map(
a=>["log",a.text])]))}function is(t,e){t.selectRange(e.start,Math.max(e.end,e.start+1)),t.openPanel(ai(t,e))}function ai(t,e){let{model:n}=t,o=e.what==="task"?n.
lanes.t.flatMap(a=>a.what==="region"?a.boxes.filter(i=>i.task===e.id):[]):[],s=e.what==="task"?n.logs.get(e.id)||[]:[],r=[...new Set([...o.map(a=>a.g),e.g])].filter(
a=>a>=0);return[rs(t,e),N(as(t,e)),h("div",{class:"actions"},L("zoom to selection (F)",()=>t.fitSelection()),r.length>0&&L(r.length===1?`only ${x(n,r[0])}`:`onl\
y its ${r.length} goroutines`,()=>t.show({gs:r.map(a=>n.gs.id[a])}))),...ts("Regions",o.sort((a,i)=>i.end-i.start-(a.end-a.start)),a=>[a.name+(a.g>=0?" "+x(n,a.
g):""),y(a.end-a.start),()=>is(t,a)]),...ts("Logs",s,a=>[a.text,M(a.time,1e3),()=>t.goToTime(a.time)])].filter(Boolean)}function ts(t,e,n){if(!e.length)return[];
let o=e.length-Qo;return[h("h4",{},`${t} (${k(e.length)})`),h("table",{class:"mini"},e.slice(0,Qo).map(s=>{let[r,a,i]=n(s);return h("tr",{},h("td",{},L(r,i)),h(
"td",{class:"num"},a))})),o>0&&h("p",{class:"quiet"},`and ${k(o)} more, listed in the tables below`)]}function cs(t){let e=t.flatMap(n=>n.boxes);return{spans:{start:e.
map(n=>n.start),end:e.map(n=>n.end)},lanes:[{rows:e.map((n,o)=>o)}]}}var ii=["p","m","c","t","g"],ci={p:"P",m:"M",c:"core",g:"goroutine"},li=new Int32Array(0),Sn="runtime",ui=20;function us({overview:t},e){if(e.stats)return e.stats;
let n={first:1/0,running:0,waiting:0,latency:0},{spans:o}=t,s=t.lanes.get(e)?.rows??[];for(let r of s){let a=o.state[r],i=o.dur[r];a===b?n.running+=i-o.idle[r]:
a===S?n.waiting+=i:a===O&&(n.latency=Math.max(n.latency,i))}return s.length&&(n.first=o.start[s[0]]),e.stats=n}var fs={id:null,first:t=>t.first,running:t=>-t.running,
latency:t=>-t.latency,waiting:t=>-t.waiting};function fi(t,e,n){let o=fs[n];return o?e.map(s=>[o(us(t,s)),s]).sort((s,r)=>s[0]-r[0]).map(([,s])=>s):e}var hs={none:null,
function:({model:t},e)=>A(T(t,e.key))||"unknown function",parent({model:t},e){let n=t.gs.parent[e.key],o=t.byID.get(n);return n>0?`from G${n}`+(o===void 0?"":" "+
A(T(t,o))):"unknown parent"},state:(t,e)=>hi(t.model,e,t.arranged.at??t.model.duration)};function hi({overview:t,strings:e,duration:n},o,s){let{spans:r}=t,a=t.lanes.
get(o)?.rows??li;if(!a.length)return"unknown";let i=s>=n?a.length-1:G(r,{rows:a},s,0),c=a.at(-1);if(i<0)return s<r.start[a[0]]?"not created yet":s>=r.end[c]?"en\
ded":"unknown";let l=a[i];if(s>=n&&r.end[c]<n-1)return"ended";let u=e[r.reason[l]];return r.state[l]===S&&u?"waiting: "+u:X[r.state[l]]}function di({spans:t},{rows:e},{
from:n,to:o}){for(let s=j(t,e,n);s<e.length&&t.start[e[s]]<o;s++){let r=t.state[e[s]];if(r===b||r===O||r===I)return!0}return!1}function $n(t){let{model:e,shown:n,
arranged:o}=t,s=o.pins.map(i=>t.laneByID(i)).filter(Boolean),r=[];for(let i of ii){if(!n[i])continue;i==="g"&&!t.found&&r.push(...e.part.groups.map(l=>gi(e,l)));
let c=e.lanes[i].filter(l=>!s.includes(l)&&!o.hidden.has(K(e,l)));i==="g"&&t.found&&(c=c.filter(l=>t.found.has(l.key))),i==="g"&&o.active&&(c=c.filter(l=>di(e,l,
t.view))),i==="g"&&(c=fi(e,c,o.order)),r.push(...pi(t,i,c))}let a=r.filter(i=>(i.lanes.length||i.without)&&!o.hidden.has(i.key));for(let i of a)i.folded=!!i.without||
(o.folds.get(i.key)??(a.length>1&&mi(t,i)));return{pinned:s,groups:a}}var mi=(t,e)=>e.by===Sn?!t.found:e.by!=="none"&&e.lanes.length>ui;function pi(t,e,n){if(e!==
"g")return ls(t,e,n);let{system:o}=t.model.gs,s=n.filter(a=>!o[a.key]),r=n.filter(a=>o[a.key]);return[...ls(t,e,s),An(t.model,e,Sn,r,Sn)]}function ls(t,e,n){let o=e===
"g"?t.arranged.group:"none",s=e==="t"?(a,i)=>i.what+"s":hs[o];if(!s)return[An(t.model,e,"",n,o)];let r=new Map;for(let a of n){let i=s(t,a);r.has(i)?r.get(i).push(
a):r.set(i,[a])}return[...r].map(([a,i])=>An(t.model,e,a,i,o))}function An(t,e,n,o,s){let r=e==="g"?t.part.groups.reduce((i,c)=>i+c.goroutines-c.lanes,0):0,a=(r?
k(o.length)+" of ":"")+C(o.length+r,ci[e]);return{kind:"group",key:n?e+"/"+n:e,of:e,by:s,title:n||a,count:n?k(o.length):"",lanes:o,model:t,rows:new Int32Array(0),
marks:[],under:[]}}function gi(t,e){let n=e.goroutines-e.lanes,o=e.others?"other functions":A(e.func)||"unknown function",s=`${C(e.goroutines,"goroutine")} ${e.
others?"of functions without a group of their own":e.func?"of "+e.func:"with unknown start function"}: ${e.lanes?`the ${k(e.lanes)} that ran longest have a lane\
, ${k(n)} have none`:"none has a lane of its own"}. This lane counts all of them.`;return e.lane??={kind:"group",key:"without/"+o,of:"g",by:"without",title:o,count:`\
+${k(n)} without a lane`,lanes:[],without:e,explained:s,model:t,rows:new Int32Array(0),marks:[],under:[]}}function Ce(t){let{part:e,spans:n}=t.model;if(t.without)
return{courses:t.without.courses,max:Math.max(1,...t.without.courses.map(({f:a})=>a.max))};if(t.counted?.part===e)return t.counted;let o=(a,i,{lanes:c,spans:l}={
lanes:t.lanes,spans:n})=>({name:a,f:Bt(c,l,i)}),s=t.of==="g"?[o("running",b),o("runnable",O)]:t.of==="t"?[o("open",null,cs(t.lanes))]:[o("running",null)],r=Math.
max(1,...s.map(({f:a})=>a.max));return t.counted={part:e,courses:s,max:t.of==="p"||t.of==="c"?t.lanes.length:r}}function Ln(t,e,n){return{kind:"group",lane:e,t:n,
tip:()=>wi(t,e,n),click:()=>Ie(t,e)}}function Ie(t,e){e.without?Bo(e.explained):t.fold(e.key,!e.folded)}function wi(t,e,n){let o=(t.view.to-t.view.from)/t.width;
if(e.without)return yi(e,n,o);let s=e.of==="t"?"":" of "+k(e.lanes.length),r=Ce(e).courses.map(({name:a,f:i})=>[a,k(pt(i,n))+s]);return h("div",{},h("div",{class:"\
who"},h("b",{},e.title)),N([["lanes",k(e.lanes.length)],["at",M(n,o)],...r]),h("div",{class:"quiet"},e.folded?"click to unfold":"click to fold"))}function yi(t,e,n){
let{goroutines:o,lanes:s,step:r,courses:a}=t.without;return h("div",{},h("div",{class:"who"},h("b",{},t.title)),N([["goroutines",k(o)],["with a lane",k(s)],["at",
M(e,n)],...a.map(({name:i,f:c})=>[i,`${pt(c,e).toFixed(1)} (mean of ${y(r)})`])]),h("div",{class:"quiet"},t.explained))}var oe=Object.keys(fs),se=Object.keys(hs);var En={};R(En,{AXIS:()=>Lt,COUNTER_GAP:()=>$t,gutterWidth:()=>Nn,indexAt:()=>qt,itemOf:()=>re,place:()=>In,visible:()=>nt,yOf:()=>et});var Lt=24,ki=14,ds=34,$t=10,Tn=8,bi=19,xi=38,vi=22,ps=()=>innerWidth<640;function In(t){let{pinned:e,groups:n}=$n(t),o=ps()?Math.max(260,Math.round(innerHeight*
.6)):Mi(t),s=(t.axis?Lt:0)+(t.model.bands.length?ki:2),r=ms(t,ds),a=o-s-r.height-(r.rows.length?$t:0);for(let v of n)v.headed=!t.compact||v.folded||v.by!=="none";
let i=Si(e,n,a),c=Ai(e,i),{items:l,total:u}=$i(n,i),f=Math.max(40,Math.min(a-c.height,u)),d=Math.floor((a-c.height-f)/Math.max(1,r.rows.length));r=ms(t,ds+Math.
max(0,Math.min(46,d)));let p=s+(t.compact?0:c.height),m=s+c.height+f,g=r.height+(r.rows.length?$t:0);if(t.compact)for(let v of c.items)v.y+=f+c.height;return{groups:n,
pinned:c.items,lanes:l,ceiling:s,top:p,viewport:f,total:u,pins:{top:t.compact?p+f:s,height:c.height},bottom:m,counters:r.rows,below:g,height:m+g}}function Mi({room:t}){
return typeof t=="function"?t():Math.max(260,Math.round(innerHeight*t))}function Si(t,e,n){let o=[...t,...e.flatMap(a=>a.folded?[]:a.lanes)],s=o.filter(a=>!Cn(a)).
length,r=6+(t.length?Tn:0);for(let a of o)r+=Cn(a);for(let a of e)r+=ws(a);return Math.max(34,Math.min(96,Math.floor((n-r)/Math.max(1,s))))}var Cn=t=>t.kind==="\
g"?vi:t.kind==="t"?es(t):0;function gs(t,e,n){return{lane:t,y:e,height:Cn(t)||n,head:t.kind==="g"?6:12}}var ws=t=>t.folded?xi:t.headed?bi:0;function Ai(t,e){let n=[],
o=t.length?Tn:0;for(let s of t)n.push({...gs(s,o-Tn,e),pinned:!0}),o+=n.at(-1).height;for(let s of n)s.y-=o;return{items:n,height:o}}function $i(t,e){let n=[],o=0;
for(let s of t){let r=ws(s);if(r&&n.push({lane:s,y:o,height:r,head:4}),o+=r,!s.folded)for(let a of s.lanes)n.push(gs(a,o,e)),o+=n.at(-1).height}return{items:n,total:o+
2}}function ms({model:t,counts:e,onlyCounters:n,scales:o},s){let r=t.page.stat.procs.gomaxprocs||t.lanes.p.length,i=["running","runnable","queued","idle Ps","sp\
inning","heap"].filter(c=>e[c]&&(!n||n.includes(c))).map((c,l)=>({name:c,y:l*(s+8),height:s,max:Math.max(1,e[c].max,c==="running"||c==="idle Ps"?r:0),scale:o[c]??
0}));return{rows:i,height:i.length*(s+8)}}var et=({layout:t,scrollTop:e},{y:n,pinned:o})=>t.top+n-(o?0:e);function re({layout:t},e){return t.byLane??=new Map([...t.
pinned,...t.lanes].map(n=>[n.lane,n])),t.byLane.get(e)}function Nn({shown:t,arranged:e}){let n=ps();return t.g||t.t||e.pins.some(o=>"gt".includes(o[0]))?n?104:190:
t.m?n?80:100:n?72:84}function qt(t,e){let n=0,o=t.length;for(;n<o;){let s=n+o>>1;t[s].y+t[s].height>e?o=s:n=s+1}return n}function nt({layout:t,scrollTop:e}){let n=[],
{lanes:o,viewport:s}=t;for(let r=qt(o,e);r<o.length&&o[r].y<e+s;r++)n.push(r);return n}var Li=16,Ti=10,ae=2,Ci=6,ys=.38;function ks(t,e,n,o,s,r,a){if(!n.length||r<Li)return t.add(e,1,o,s,r,a);t.add(e,ys,o,s,r,a);for(let i=o,c=0;i<o+r;i+=n[c%n.length],
c++)c%2===0&&t.add(e,1,i,s,Math.min(n[c%n.length],o+r-i),a)}function bs(t,e,n,o,s,r){if(!(s<Ti||r<ae+2))for(let a=n+2;a+ae<n+s;a+=Ci)t.add(lt(e),.75,a,o+r-ae-1,
ae,ae)}function xs(t,e){if(!e.length)return t;let n=0;return`repeating-linear-gradient(to right, ${e.map((s,r)=>`${r%2?`color-mix(in srgb, ${t} ${100*ys}%, tran\
sparent)`:t} ${n}px ${n+=s}px`).join(", ")})`}var Gt=(t,e)=>t.root.querySelectorAll(`[data-${e}]`);function Ms(t){let{root:e,nodes:n}=t;for(let o of Gt(t,"lanes"))o.addEventListener("click",()=>t.switchLanes(
o.dataset.lanes,!t.shown[o.dataset.lanes]));for(let o of Gt(t,"colour"))o.addEventListener("click",()=>t.setColour(o.dataset.colour));for(let o of Gt(t,"arrows"))
o.addEventListener("click",()=>t.toggleArrows(o.dataset.arrows));n.group.addEventListener("change",()=>Ii(t,n.group.value)),n.order.addEventListener("change",()=>t.
orderBy(n.order.value)),n.active.addEventListener("click",()=>t.activeOnly(!t.arranged.active)),n.hidden.addEventListener("click",()=>t.showHidden()),n.find.addEventListener(
"input",()=>t.search(n.find.value)),n.find.addEventListener("keydown",o=>o.key==="Enter"&&t.nextMatch(o.shiftKey?-1:1)),e.querySelector(".zoom-in").addEventListener(
"click",()=>t.zoom(.5)),e.querySelector(".zoom-out").addEventListener("click",()=>t.zoom(2)),e.querySelector(".zoom-all").addEventListener("click",()=>t.reset())}
function Ii(t,e){e==="state-here"?t.groupBy("state",t.timeHere()):t.groupBy(e)}function ot(t){for(let o of Gt(t,"lanes"))o.setAttribute("aria-pressed",t.shown[o.
dataset.lanes]),o.dataset.lanes==="c"&&(o.hidden=!t.model.lanes.c.length),o.dataset.lanes==="t"&&(o.hidden=!t.model.lanes.t.length);for(let o of Gt(t,"colour"))
o.setAttribute("aria-pressed",String(t.colourBy===o.dataset.colour));for(let o of Gt(t,"arrows"))o.setAttribute("aria-pressed",t.arrows[o.dataset.arrows]);let{arranged:e,
nodes:n}=t;n.group.value=e.group==="state"&&e.at!==null?"state-here":e.group,n.order.value=e.order,n.active.setAttribute("aria-pressed",e.active),t.root.querySelector(
".arrange").hidden=!t.shown.g,n.opening.hidden=!t.opening,n.hidden.hidden=e.hidden.size===0,n.hidden.textContent=`show ${e.hidden.size} hidden`,n.legend.replaceChildren(
...Ni(t))}function Ni(t){let e=t.speaksFor??[t.model],n=e.flatMap(s=>s.bands),o=[...Ei(t),...Oi(e)];if(t.colourBy==="state"||t.shown.g){for(let s of["running","\
runnable","syscall"])o.push(h("span",{},z(_(s)),s));if(t.shown.g)for(let s of new Set(e.flatMap(Ri)))o.push(Bi(s))}if(e.some(s=>s.onCore)&&(t.shown.p||t.shown.m||
t.shown.g)){let s=Ss(t).length?w().muted:w().accent;o.unshift(h("span",{},z(s),"on a core"),h("span",{title:"running according to the trace, but its thread was \
off-CPU: preempted by the kernel, or blocked"},h("span",{class:"swatch",style:{background:"transparent",boxShadow:"inset 0 0 0 1.5px "+s}}),"running, but off-CP\
U"))}return n.some(s=>s.stw)&&o.push(h("span",{},z(w().stw),"stop-the-world")),n.some(s=>!s.stw&&!s.gap)&&o.push(h("span",{},z(w().gc),"GC")),n.some(s=>s.gap)&&
o.push(h("span",{},z(w().dim),"missing from the trace")),o}var Ss=t=>t.colourBy==="function"?(t.model.roles?.names??[]).filter(e=>e):[],Ei=t=>Ss(t).map((e,n)=>h(
"span",{class:"role"},z(Y(n)),e));function Oi(t){let e=new Set(t.flatMap(n=>Array.from(n.overview.marks.kind,o=>E[o])));return on.filter(n=>e.has(n)).map(n=>h("\
span",{title:ht(n)},h("i",{style:{color:Mt(n)}},dt(n))," "+Zt(n)))}function Ri(t){if(t.waitKinds)return t.waitKinds;let{spans:e}=t.overview,n=new Set;for(let s=0;s<
e.state.length;s++)e.state[s]===S&&n.add(e.reason[s]);let o=new Set(Array.from(n,s=>Ct(t.strings[s])));return t.waitKinds=we.filter(s=>o.has(s))}function Bi(t){
return h("span",{title:`waiting: ${t.name}`},h("span",{class:"swatch line",style:{background:xs(t[D()],t.dash)}}),t.name)}var Ee=8,As=()=>({group:"none",at:null,order:"id",active:!1,folds:new Map,pins:[],hidden:new Set}),$s={arrange(t){Object.assign(this.arranged,t),ot(this),this.relayout()},
groupBy(t,e=null){se.includes(t)&&(t!=="none"&&(this.shown.g=!0),this.arrange({group:t,at:t==="state"?e:null}))},orderBy(t){oe.includes(t)&&this.arrange({order:t})},
activeOnly(t){t&&(this.shown.g=!0),this.arrange({active:t})},fold(t,e){this.arranged.folds.set(t,e),this.arrange({})},foldAll(){let t=this.layout.groups.some(e=>!e.
folded);for(let e of this.layout.groups)this.arranged.folds.set(e.key,t);this.arrange({})},isPinned(t){return this.arranged.pins.includes(K(this.model,t))},pin(t,e=null){
if(t.kind==="group")return;e??=!this.isPinned(t);let n=K(this.model,t),o=this.arranged.pins.filter(s=>s!==n);this.arrange({pins:e?[...o,n].slice(-Ee):o}),this.say(
`${F(this.model,t)} ${e?"is pinned to the top":"is unpinned"}`)},hide(...t){for(let e of t){let n=e.kind==="group"?e.key:K(this.model,e);this.arranged.hidden.add(
n),this.arranged.pins=this.arranged.pins.filter(o=>o!==n)}this.arrange({}),this.say(`${t.length===1?F(this.model,t[0])+" is":t.length+" lanes are"} hidden`)},showHidden(){
this.arrange({hidden:new Set}),this.say("all lanes are visible again")},laneByID(t){let e=Object.values(this.model.lanes),n=e.reduce((o,s)=>o+s.length,0);return this.
ids?.count!==n&&(this.ids={count:n,lanes:new Map(e.flat().map(o=>[K(this.model,o),o]))}),this.ids.lanes.get(t)},chosenLane(){return(this.nodes.gutter.contains(document.
activeElement)?document.activeElement.closest(".lane-label"):null)?.lane??this.selected?.lane??null},reveal(t){let{kind:e}=t;(this.arranged.hidden.delete(K(this.
model,t))||!this.shown[e]&&!this.isPinned(t))&&(this.shown[e]||=!this.isPinned(t),this.arrange({}));let o=this.layout.groups.find(i=>i.folded&&i.lanes.includes(
t));o&&this.fold(o.key,!1);let s=re(this,t);if(!s||s.pinned)return;let{scroll:r}=this.nodes,{viewport:a}=this.layout;s.y<r.scrollTop?r.scrollTop=s.y-4:s.y+s.height>
r.scrollTop+a&&(r.scrollTop=s.y+s.height-a+4),this.scrollTop=r.scrollTop,this.redraw()},say(t){this.nodes.said.textContent=t}};var zn=["p","m","c","t","g"],zi=["goroutine","function","state"],Oe=500,Pi=2e3,ie=t=>zn.filter(e=>t[e]).join("");function Pn(t){let e=new URLSearchParams,{view:n,
arranged:o,selected:s}=t;(n.from>0||n.to<t.extent)&&(e.set("from",String(Math.round(n.from))),e.set("to",String(Math.round(n.to)))),ie(t.shown)!==ie(t.usual)&&e.
set("lanes",ie(t.shown)),t.colourBy!=="goroutine"&&e.set("colour",t.colourBy),t.nodes.find.value&&e.set("find",t.nodes.find.value),o.group!=="none"&&e.set("grou\
p",o.group),o.at!==null&&e.set("at",String(Math.round(o.at))),o.order!=="id"&&e.set("order",o.order),o.active&&e.set("active","yes");for(let r of o.pins)e.append(
"pin",r);for(let r of[...o.hidden].slice(0,Oe))e.append("hide",r);for(let[r,a]of[...o.folds].slice(0,Oe))e.append(a?"fold":"open",r);for(let r of["chain","all"])
t.arrows[r]&&e.append("arrows",r);return s?e.set("sel",K(t.model,s.lane)+"@"+Math.round(t.model.spans.start[s.row])):t.range&&e.set("sel",Math.round(t.range.from)+
"-"+Math.round(t.range.to)),e.toString()}function Ts(t,e){let n=new URLSearchParams;if(e.to>0){let{from:r,to:a}=t.around(e.from,e.to);n.set("from",String(Math.round(
r))),n.set("to",String(Math.round(a)))}let o=zn.filter(r=>e.lanes.includes(r)&&t.model.lanes[r].length).join("");o&&o!==ie(t.usual)&&n.set("lanes",o),e.colour&&
e.colour!=="goroutine"&&n.set("colour",e.colour),e.find&&n.set("find",e.find),e.group&&n.set("group",e.group),e.order&&n.set("order",e.order);let s=e.pin.map(r=>"\
g"+r).filter(r=>t.laneByID(r));for(let r of new Set(s.slice(-Ee)))n.append("pin",r);for(let r of e.hide.slice(0,Oe))n.append("hide","g"+r);return n.toString()}var Cs=(t,e)=>e===
t.opening?"":e||"lanes="+ie(t.usual);function Is(t,e){let n=Cs(t,e);n!==Bn()&&history.pushState(null,"",Ns(n))}var Bn=()=>location.hash.slice(1),Ns=t=>t?"#"+t:location.pathname+location.search;function Fn(t){
let e=new URLSearchParams(t);return e.delete("sel"),e.toString()}function On(t,e){let n=Number(t);return t===null||t===""||!Number.isFinite(n)||n<0?e:n}var Rn=(t,e,n)=>e.
includes(t)?t:n;function Dt(t,e){let n=new URLSearchParams(e),o=l=>n.getAll(l).slice(0,Oe),s=n.get("lanes");for(let l of zn)t.shown[l]=s===null?!!t.usual[l]:s.includes(
l);t.colourBy=Rn(n.get("colour"),zi,"goroutine");let r=[...o("fold").map(l=>[l,!0]),...o("open").map(l=>[l,!1])],a=Rn(n.get("group"),se,"none");t.arranged={group:a,
at:a==="state"?On(n.get("at"),null):null,order:Rn(n.get("order"),oe,"id"),active:n.get("active")==="yes",pins:[...new Set(o("pin"))].filter(l=>t.laneByID(l)).slice(
-Ee),hidden:new Set(o("hide")),folds:new Map(r)};for(let l of["chain","all"])t.arrows[l]=o("arrows").includes(l);(t.selected||t.range||t.away)&&t.unselect(),t.search(
(n.get("find")||"").slice(0,Pi));let i=On(n.get("from"),0),c=On(n.get("to"),t.extent);c>i&&t.setView(i,c),Fi(t,n.get("sel")||"")}function Fi(t,e){let n=/^(.{1,200})@(\d{1,18})$/.
exec(e),o=/^(\d{1,18})-(\d{1,18})$/.exec(e);o&&Number(o[1])<Number(o[2])&&t.selectRange(Number(o[1]),Number(o[2]));let s=n&&t.laneByID(n[1]);if(!s)return;let r=G(
t.model.spans,s,Number(n[2])+.5,1);r<0||(t.select(s,r),re(t,s)&&t.reveal(s))}function Es(t){let e=()=>Dt(t,Bn()||t.opening);e(),t.on("settled",n=>{let o=Cs(t,n);
o!==Bn()&&history.replaceState(null,"",Ns(o))}),addEventListener("hashchange",e)}var Wn=null;function Os(t){Wn=t}var qn={w:t=>t.zoom(1/1.5,t.lastShare),s:t=>t.zoom(1.5,t.lastShare),a:t=>t.pan(-.15),d:t=>t.pan(.15),0:t=>t.reset(),r:t=>t.undo?.visit(t.undo.tl.opening),f:t=>t.
fitSelection(),",":t=>t.step(-1),".":t=>t.step(1),"<":t=>t.stepGoroutine(-1),">":t=>t.stepGoroutine(1),c:t=>t.toggleArrows("chain"),x:t=>t.toggleArrows("all"),p:t=>Bs(
t,e=>t.pin(e)),h:t=>Bs(t,e=>t.hide(e)),"shift+h":t=>t.showHidden(),z:t=>t.foldAll(),v:t=>t.activeOnly(!t.arranged.active),g:t=>t.arranged.group==="state"?t.groupBy(
"none"):t.groupBy("state",t.timeHere()),u:t=>t.undo?.back(),backspace:t=>t.undo?.back(),"shift+u":t=>t.undo?.forward(),"ctrl+z":t=>t.undo?.back(),"ctrl+shift+z":t=>t.
undo?.forward(),"ctrl+y":t=>t.undo?.forward(),n:t=>t.nextMatch(1),"shift+n":t=>t.nextMatch(-1),"/":t=>t.nodes.find.focus(),"?":()=>ce(!B("help").open),escape:t=>B(
"help").open?ce(!1):t.clear()},Rs={arrowleft:t=>t.step(-1),arrowright:t=>t.step(1),arrowup:t=>t.stepLane(-1),arrowdown:t=>t.stepLane(1),home:t=>t.stepEnd(!1),end:t=>t.
stepEnd(!0),enter:t=>t.nodes.panel.hidden?t.step(0):t.nodes.panel.focus(),"[":t=>t.markRange("from"),"]":t=>t.markRange("to")};function Bs(t,e){let n=t.chosenLane();
n&&e(n)}function Wi(t,e){let n=t.key.toLowerCase();return t.ctrlKey||t.metaKey?qn[(t.shiftKey?"ctrl+shift+":"ctrl+")+n]:t.target===e.nodes.canvas&&Rs[n]?Rs[n]:t.
shiftKey&&qn["shift+"+n]||qn[n]}function ce(t){let e=B("help");t&&!e.open?e.showModal():!t&&e.open&&e.close()}function zs(t){let e=t[0];for(let n of t)for(let o of[
"pointerenter","focusin"])n.root.addEventListener(o,()=>{e=n});addEventListener("keydown",n=>{if(n.altKey)return;let o=n.target,s=o.matches?.("input, select, te\
xtarea");if(s&&n.key!=="Escape")return;let r=Wi(n,e);r&&(n.preventDefault(),s&&o.blur(),r(e))}),B("help").addEventListener("click",n=>n.target===B("help")&&ce(!1));
for(let n of document.querySelectorAll(".help-open"))n.addEventListener("click",()=>ce(!0));B("help-close").addEventListener("click",()=>ce(!1))}var le={};R(le,{causeOf:()=>ze,caused:()=>Hn,causedBy:()=>Dn,inView:()=>Gn,ledTo:()=>Un,onG:()=>ct,wakeOf:()=>Be});var Ps=new WeakMap;function qs(t){let e=Ps.get(t.spans);return e||Ps.set(t.spans,e=Gi(t)),e}function Gi(t){let{spans:e}=t,n=[];for(let i of t.lanes.g)for(let c of i.
rows)e.state[c]===O&&e.waker[c]>=0&&e.n[c]===1&&n.push(c);let o=Int32Array.from(n).sort((i,c)=>e.start[i]-e.start[c]),s=new Int32Array(t.gs.id.length+1);for(let i of o)
s[e.waker[i]+1]++;for(let i=1;i<s.length;i++)s[i]+=s[i-1];let r=new Int32Array(o.length),a=s.slice();for(let i of o)r[a[e.waker[i]]++]=i;return{rows:o,first:s,byWaker:r}}
function Gs(t,e,n,o,s=0,r=e.length){let a=i=>{let c=s,l=r;for(;c<l;){let u=c+l>>1;t.start[e[u]]>=i?l=u:c=u+1}return c};return[a(n),a(o)]}function Ds(t,e,n,o){let{
first:s,byWaker:r}=qs(t);if(e<0||e+1>=s.length)return[];let[a,i]=Gs(t.spans,r,n,o,s[e],s[e+1]);return Array.from(r.subarray(a,i))}function Gn(t,e,n){let{rows:o}=qs(
t),[s,r]=Gs(t.spans,o,e,n);return o.subarray(s,r)}function ct(t,e){let n=t.laneOfG.get(t.spans.g[e]);if(!n)return null;let o=j(t.spans,n.rows,t.spans.start[e]);
return o<n.rows.length&&t.spans.start[n.rows[o]]<=t.spans.start[e]?{lane:n,place:o}:null}function Di(t,e,n){let{spans:o}=t,s=t.laneOfG.get(e);for(let r of s?[s]:
t.lanes.p){let a=r.rows[j(o,r.rows,n)];if(a!==void 0&&o.start[a]<=n&&o.g[a]===e&&o.state[a]===b)return a}return-1}function Re(t,{lane:e,place:n}){let{spans:o,gs:s}=t,
r=e.rows[n],a=o.g[r],i=o.start[r],c=e.rows[n+1]??-1,l=n>0?e.rows[n-1]:-1,u=o.waker[r],f={g:a,row:r,t:i,by:u,byRow:u<0?-1:Di(t,u,i),run:c>=0&&o.state[c]===b?c:-1,
kind:"unknown",inferred:""};return s.created[a]===i&&l<0?Object.assign(f,{kind:"create",inferred:u<0&&s.parent[a]<=0?"runtime, as for a timer’s function":""}):
u>=0?f.kind="wake":l>=0&&o.state[l]===b?f.kind="self":l>=0&&o.state[l]===I?f.kind="return":l>=0&&o.state[l]===S&&Object.assign(f,{kind:"wake",inferred:Mo(t.strings[o.
reason[l]])}),f}function Be(t,e){let n=ct(t,e);return n&&Re(t,n)}function ze(t,e){let{spans:n}=t,o=ct(t,e);if(!o||n.n[e]>1)return null;let s=n.state[e],r=s===O?
o.place:o.place+(s===S?1:-1),a=o.lane.rows[r];return a!==void 0&&n.state[a]===O&&n.n[a]===1?Re(t,{lane:o.lane,place:r}):null}function Dn(t,e){let{spans:n}=t;if(n.
state[e]!==b||n.n[e]>1)return[];let o=ct(t,e),s=o?o.lane.rows[o.place]:e;return Ds(t,n.g[e],n.start[s],n.end[s]).map(r=>Be(t,r)).filter(Boolean)}function Fs(t,{
lane:e,place:n}){let{spans:o}=t;for(;n>=0;n--){let s=e.rows[n],r=o.state[s];if(r===S||o.n[s]>1)return null;if(r!==O)continue;let a=Re(t,{lane:e,place:n});if(a.kind!==
"self"&&a.kind!=="return")return a}return null}function Ws(t,{lane:e,place:n}){let{spans:o}=t,s=o.start[e.rows[n]],r=s;for(;n<e.rows.length&&o.state[e.rows[n]]!==
S;n++)r=o.end[e.rows[n]];return{from:s,to:r}}function Un(t,e,n=100){let{spans:o}=t,s=[],r=ct(t,e);if(!r||o.n[e]>1)return{wakes:s,cut:!1};let a=o.state[e]===S?ze(
t,e):Fs(t,r);for(;a;){if(s.length===n)return{wakes:s,cut:!0};s.push(a),r=a.byRow>=0?ct(t,a.byRow):null,a=r&&Fs(t,r)}let i=s.at(-1),c=i?.by>=0&&(i.byRow<0||o.n[i.
byRow]>1||!r||Ui(o,r));return{wakes:s,cut:!1,lost:!!c}}function Ui(t,{lane:e,place:n}){for(;n>=0&&t.state[e.rows[n]]!==S;n--)if(t.n[e.rows[n]]>1)return!0;return n<
0&&t.start[e.rows[0]]>0}function Hn(t,e,n=100){let{spans:o}=t,s=[],r=ct(t,e);if(!r||o.n[e]>1)return{wakes:s,cut:!1};let a=r.place+(o.state[e]===S?1:0),i=r.lane.
rows[r.place],c=[];o.state[e]===b?c.push({g:o.g[e],from:o.start[i],to:o.end[i]}):a<r.lane.rows.length&&c.push({g:o.g[e],...Ws(t,{lane:r.lane,place:a})});for(let l;l=
c.shift();)for(let u of Ds(t,l.g,l.from,l.to)){if(s.length===n)return{wakes:s,cut:!0};let f=ct(t,u);s.push(Re(t,f)),c.push({g:o.g[u],...Ws(t,f)})}return{wakes:s,
cut:!1}}var jn=200,Vn=100,Us=7,Hs=16,Hi=4;function Ut(t){let{model:e,selected:n}=t;if(!n)return{list:[],led:null,caused:null};let o=t.chosenWakes;if(o&&o.spans===e.spans&&
o.row===n.row&&o.chain===t.arrows.chain)return o;let s=t.arrows.chain?Un(e,n.row,Vn):{wakes:[ze(e,n.row)].filter(Boolean),cut:!1},r=t.arrows.chain?Hn(e,n.row,Vn):
{wakes:Dn(e,n.row),cut:!1},a=[...s.wakes.map(i=>({wake:i,role:"led"})),...r.wakes.map(i=>({wake:i,role:"caused"}))];return t.chosenWakes={spans:e.spans,row:n.row,
chain:t.arrows.chain,list:a,led:s,caused:r}}function ji(t,e){let{from:n,to:o}=t.view,s=Gn(t.model,n,o);if(s.length>20*jn)return null;let r=[];for(let a of s){let i=Be(
t.model,a);if(!(!i||![...Pe(t)].some(c=>Vs(t,i,c,e)?.from))){if(r.length===jn)return null;r.push({wake:i,role:"all"})}}return r}function js({layout:t}){if(t.placed)
return t.placed;let e=[...t.pinned,...t.lanes].filter(o=>o.lane.kind!=="group"),n=t.lanes.filter(o=>o.lane.kind==="group"&&o.lane.folded);t.placed=new Map;for(let o of n)
for(let s of o.lane.lanes)t.placed.set(s.kind+s.key,o);for(let o of e)t.placed.set(o.lane.kind+o.lane.key,o);return t.kinds=new Set(Array.from(t.placed.keys(),o=>o[0])),
t.placed}function Pe({layout:t}){return js({layout:t}),t.kinds}function Fe(t,e,n,o){let{spans:s}=t;if(n==="g")return s.g[e];if(s.n[e]>1)return;if(n==="p")return s.
p[e]>=0?s.p[e]:void 0;if(s.m[e]<0)return;if(n==="m")return t.lanes.m[s.m[e]].key;let r=Ft(t,s.m[e],o);return r&&r.core>=0?r.core:void 0}function Vs(t,e,n,o){let{
model:s}=t,r=n==="g";if(e.kind==="self"||e.kind==="return"||e.kind==="unknown"||!r&&e.run<0)return null;let a=r?e.t:s.spans.start[e.run],i=o.get(n+Fe(s,r?e.row:
e.run,n,a));if(!i)return null;if(e.by<0)return{from:null,to:i,t:a};let c=r?o.get("g"+e.by):e.byRow>=0&&o.get(n+Fe(s,e.byRow,n,e.t)),l=c===i&&i?.lane.kind==="gro\
up";return c&&!l?{from:c,to:i,t:a}:null}function Vi(t,e,n,o,{from:s,to:r,t:a}){let{view:i}=t,c=$=>Math.max(-3e3,Math.min(e.width+3e3,($-i.from)/(i.to-i.from)*e.
width)),l=$=>({top:et(t,$)+$.head,height:$.height-$.head-5}),u=l(r),f=c(a);if(!s)return[f-Hs,u.top-5,f-Hs,u.top-5,f,u.top,f,u.top+1];let d=l(s),p=c(n.t);if(r===
s){let $=Math.max(8,(f-p)/4);return[p,d.top,p+$/2,d.top-12,f-$/2,d.top-12,f,d.top]}let m=d.top+d.height/2;if(o==="g"){let $=d.top<u.top?u.top:u.top+u.height;return[
p,m,p,m,f,$,f,$]}let g=u.top+u.height/2,v=Math.max(14,Math.min(60,(f-p)/2));return[p,m,p+v,m,f-v,g,f,g]}function _i(t,e){let n=[t[0],t[2],t[4],t[6]],o=[t[1],t[3],
t[5],t[7]];return Math.max(...n)<0||Math.min(...n)>e.width||Math.max(...o)<e.y||Math.min(...o)>e.y+e.height}function Ki(t){let e=t[6]-t[4]||(t[6]-t[0])*.001,n=t[7]-
t[5]||(t[4]===t[6]?t[7]-t[1]:0),o=Math.hypot(e,n)||1;return[t[6],t[7],e/o,n/o]}var Xi={led:1,caused:1,all:.55},Yi=t=>t==="all"?w().text:w()[t];function _s(t,e){
let n=e.coordSys,o=js(t),s=t.arrows.all?ji(t,o):[];t.arrowsLeftOut=s===null;let r=Ut(t).list,a=new Set(r.map(c=>c.wake.row)),i=new Map;t.arrowsDrawn=[];for(let{
wake:c,role:l}of[...(s||[]).filter(u=>!a.has(u.wake.row)),...r])for(let u of Pe(t)){let f=Vs(t,c,u,o),d=f&&Vi(t,n,c,u,f);if(!d||_i(d,n))continue;let p=c.kind===
"create"||!f.from,m=l+p;i.has(m)||i.set(m,{role:l,dashed:p,curves:[],heads:[],dots:[]});let g=i.get(m);g.curves.push(...d),g.heads.push(...Ki(d)),f.from||g.dots.
push(d[0],d[1]),t.arrowsDrawn.push({wake:c,role:l,curve:d})}return Qi(t),it([...i.values()].flatMap(c=>Zi(c)))}function Zi({role:t,dashed:e,curves:n,heads:o,dots:s}){
let r=Yi(t),a=Xi[t],i={type:"schedvizCurves",silent:!0,shape:{curves:n}};return[{...i,z2:6,style:{fill:"none",stroke:w().panel,lineWidth:t==="all"?2.5:4,lineDash:null,
opacity:a*.85}},{...i,z2:7,style:{fill:"none",stroke:r,lineWidth:t==="all"?1:1.6,lineDash:e?[4,3]:null,opacity:a}},{type:"schedvizHeads",silent:!0,z2:8,shape:{heads:o,
dots:s,size:t==="all"?Us-1.5:Us},style:{fill:r,stroke:t==="all"?"none":w().panel,lineWidth:1,opacity:a}}]}function Ks(t,e,n){let o=null,s=Hi;for(let r of t.arrowsDrawn){
let a=Ji(r.curve,e,n);a<=s&&([o,s]=[r,a])}return o}function Ji(t,e,n){let o=i=>{let c=1-i,l=[c*c*c,3*c*c*i,3*c*i*i,i*i*i];return[0,1].map(u=>l[0]*t[u]+l[1]*t[2+
u]+l[2]*t[4+u]+l[3]*t[6+u])},s=1/0,[r,a]=o(0);for(let i=1;i<=16;i++){let[c,l]=o(i/16),u=c-r,f=l-a,d=Math.max(0,Math.min(1,((e-r)*u+(n-a)*f)/(u*u+f*f||1)));s=Math.
min(s,Math.hypot(r+d*u-e,a+d*f-n)),[r,a]=[c,l]}return s}function Qi(t){let{led:e,caused:n}=Ut(t),o=e?.cut||n?.cut,s=t.arrowsLeftOut?`more than ${jn} in view: zo\
om in`:o?`only the nearest ${Vn} of the chain`:"",r=t.nodes["arrow-note"];r.textContent!==s&&(r.textContent=s)}function Xs(t,{wake:e}){let{spans:n}=t.model,o=t.
selected?.row;o!==void 0&&n.g[o]===e.g&&n.start[o]>=e.t&&e.byRow>=0?t.goToRow(e.byRow,e.t):t.goToRow(e.run>=0&&Pe(t).size&&!Pe(t).has("g")?e.run:e.row)}var tc={ns:1,us:1e3,µs:1e3,μs:1e3,ms:1e6,s:1e9,m:6e10},ec=["running","runnable","waiting","syscall"],nc={">":(t,e)=>t>e,"<":(t,e)=>t<e,">=":(t,e)=>t>=e,"<=":(t,e)=>t<=
e};function oc(t){let[,e,n]=/^(\d+(?:\.\d*)?|\.\d+)\s*([a-zµμ]+)$/i.exec(t)||[];return e===void 0?NaN:Number(e)*(tc[n.toLowerCase()]??NaN)}function sc(t){return(t.
match(/(?:"[^"]*"?|[^\s"])+/g)||[]).map(e=>({raw:e,text:e.replace(/"/g,""),quoted:e.startsWith('"')}))}var rc={id:t=>tr(t),func:t=>t.toLowerCase(),state:t=>t.split(
",").map(e=>Ys("state",ec,e)),reason:t=>t.toLowerCase(),preempt:t=>t.split(",").map(e=>Ys("kind of preemption",E.filter(Boolean),e)),p:t=>t.split(",").map(e=>Qs(
e,`“${e}” is not a P`)),stack:t=>t.toLowerCase()},ac="state: reason: func: id: p: stack: preempt: >10ms <1ms and @12ms";function Ys(t,e,n){let o=e.filter(s=>n!==
""&&s.startsWith(n.toLowerCase()));if(o.length!==1&&!e.includes(n))throw new Error(`“${n}” is not a ${t}; use one of ${e.join(", ")}`);return e.includes(n)?
n:o[0]}function Qs(t,e){if(!/^\d+$/.test(t))throw new Error(e);return Number(t)}var tr=t=>t.split(",").filter(Boolean).map(e=>Qs(e.replace(/^g/i,""),`“${e}” i\
s not a goroutine ID`));function er({text:t,quoted:e}){if(e)return{kind:"func",value:t.toLowerCase()};if(t.length>1&&t[0]==="-")return{...er({text:t.slice(1)}),
not:!0};if(t[0]==="@")return{kind:"at",value:Zs(t.slice(1))};let n=/^(?:dur|duration)?(>=|<=|>|<)(.*)$/i.exec(t);if(n)return{kind:"dur",value:{op:n[1],ns:Zs(n[2])}};
if(/^g?\d+,?(g?\d+,?)*$/i.test(t))return{kind:"id",value:tr(t)};let o=/^([a-z]+):(.*)$/i.exec(t);if(!o)return{kind:"func",value:t.toLowerCase()};let s=rc[o[1].toLowerCase()];
if(!s)throw new Error(`unknown term “${o[1]}:”; there are ${ac}`);if(!o[2])throw new Error(`“${o[1]}:” needs a value`);return{kind:o[1].toLowerCase(),value:s(
o[2])}}function Zs(t){let e=oc(t);if(Number.isNaN(e))throw new Error(`“${t}” is not a duration such as 10ms, 1.5µs or 2s`);return e}function ic(t,e){e=e.trim().
replace(/^\//,"");let n={text:e,words:[],problems:[],at:null};if(/[\s:"<>]/.test(e)){let o=Js(t,{kind:"func",value:e.toLowerCase()});if(o.kind==="reason"||Xn(t,
e))return{...n,words:[o]}}for(let o of sc(e))try{let s=Js(t,er(o));s.kind==="at"?n.at=s.value:n.words.push(s)}catch(s){n.problems.push(s.message)}return n}function Js(t,e){
return e.kind!=="func"||Xn(t,e.value)||!cc(t,e.value)?e:{...e,kind:"reason"}}function cc({strings:t,overview:e},n){return[...new Set(e.spans.reason)].some(o=>t[o].
toLowerCase().includes(n))}function Xn({strings:t,gs:e},n){let o=n.toLowerCase();return[...new Set(e.func)].some(s=>t[s].toLowerCase().includes(o))}function lc(t,e,n){
let o=(...a)=>n.filter(i=>a.includes(i.kind)),s=[],r=(a,i)=>{for(let c of[!1,!0]){let l=a.filter(u=>!!u.not===c);l.length&&s.push(c?(u=>f=>!u(f))(i(l)):i(l))}};
r(o("id","func"),a=>uc(t,e,a)),r(o("state"),a=>{let i=X.map(c=>a.some(l=>l.value.includes(c)));return c=>i[e.state[c]]}),r(o("reason"),a=>{let i=t.strings.map(c=>c!==
""&&a.some(l=>c.toLowerCase().includes(l.value)));return c=>i[e.reason[c]]&&(e.state[c]===S||e.preempt[c]>0)}),r(o("preempt"),a=>{let i=E.map(c=>a.some(l=>l.value.
includes(c)));return c=>i[e.preempt[c]]}),r(o("p"),a=>i=>a.some(c=>c.value.includes(e.p[i]))),r(o("stack"),a=>{let i=fc(t,a.map(c=>c.value));return c=>i[e.stack[c]]});
for(let a of o("dur")){let{op:i,ns:c}=a.value,l=nc[i];s.push(u=>l(e.dur[u],c)!==!!a.not)}return s}function uc(t,e,n){let{gs:o,strings:s}=t,r=new Uint8Array(o.id.
length),a=n.filter(c=>c.kind==="func").map(c=>c.value),i=s.map(c=>a.some(l=>c.toLowerCase().includes(l)));for(let c=0;c<r.length;c++)i[o.func[c]]&&(r[c]=1);for(let c of n.
flatMap(l=>l.kind==="id"?l.value:[]))t.byID.has(c)&&(r[t.byID.get(c)]=1);return c=>e.g[c]>=0&&r[e.g[c]]===1}function fc(t,e){return Array.from(t.cols[Ot.len],(n,o)=>gt(
t,o).some(s=>e.some(r=>s.func.toLowerCase().includes(r)||s.file.toLowerCase().includes(r))))}var Kn=class{constructor(e,n){this.model=e;let{text:o,words:s,problems:r,
at:a}=ic(e,n);this.text=o,this.words=s,this.problems=r,this.at=a,this.masks=new WeakMap,this.found=new Set,this.count=this.apply(e.overview),this.maskOf(e.part),
this.count===0&&this.words.length&&!this.problems.length&&this.problems.push(this.nothing())}maskOf(e){return this.masks.has(e)||this.apply(e),this.masks.get(e)}hasMark(e,n){
let o=this.words.filter(s=>s.kind==="preempt");return this.found.has(e.g[n])&&o.every(s=>s.value.includes(E[e.kind[n]])!==!!s.not)}apply(e){let{spans:n}=e,o=new Uint8Array(
n.start.length),s=lc(this.model,n,this.words),r=0;for(let a=0;a<o.length;a++){let i=1;for(let c of s)if(!c(a)){i=0;break}o[a]=i,!(!i||n.core?.[a]>=0)&&(r++,n.g[a]>=
0&&this.found.add(n.g[a]))}return this.masks.set(e,o),r}nothing(){let{words:e,model:n}=this,o=e.flatMap(r=>r.kind==="id"?r.value.filter(a=>!n.byID.has(a)):[]);if(o.
length)return`there is no goroutine ${o[0]} in the trace`;let s=e.find(r=>r.kind==="func"&&!Xn(n,r.value));return s?`no function name contains “${s.value}”`:
"no span matches"}},_n=new WeakMap;function nr(t,e){_n.has(e)||_n.set(e,new WeakMap);let n=_n.get(e);if(n.has(t))return n.get(t);let o=new Int32Array(t.length+1);
for(let s=0;s<t.length;s++)o[s+1]=o[s]+e[t[s]];return n.set(t,o),o}function or(t,e){let n=e.trim()?new Kn(t,e):null;return n&&(n.words.length||n.problems.length||
n.at!==null)?n:null}function rr(t){let e=t.graphic.extendShape;t.graphic.registerShape("schedvizRects",e({shape:{rects:[]},buildPath(n,o){let s=o.rects,r=n.getContext?.();if(r?.fillRect){
for(let a=0;a<s.length;a+=4)r.fillRect(s[a],s[a+1],s[a+2],s[a+3]);return}for(let a=0;a<s.length;a+=4)n.rect(s[a],s[a+1],s[a+2],s[a+3])}})),t.graphic.registerShape(
"schedvizMarks",e({shape:{kind:"",xs:[],y:0,size:8},buildPath(n,o){let s=Yn[o.kind]||Yn.unknown;for(let r of o.xs)s(n,r,o.y,o.size)}})),t.graphic.registerShape(
"schedvizCurves",e({shape:{curves:[]},buildPath(n,{curves:o}){for(let s=0;s<o.length;s+=8)n.moveTo(o[s],o[s+1]),n.bezierCurveTo(o[s+2],o[s+3],o[s+4],o[s+5],o[s+
6],o[s+7])}})),t.graphic.registerShape("schedvizHeads",e({shape:{heads:[],dots:[],size:7},buildPath(n,{heads:o,dots:s,size:r}){for(let a=0;a<o.length;a+=4)hc(n,
o[a],o[a+1],o[a+2]*r,o[a+3]*r);for(let a=0;a<s.length;a+=2)Yn.suspend(n,s[a],s[a+1]-r/3,r/1.5)}})),t.registerCustomSeries("schedviz.bar",dc)}function ue(t,e){t.
moveTo(e[0],e[1]);for(let n=2;n<e.length;n+=2)t.lineTo(e[n],e[n+1]);t.closePath()}var hc=(t,e,n,o,s)=>ue(t,[e,n,e-o-s/2,n-s+o/2,e-o+s/2,n-s-o/2]),Yn={async:(t,e,n,o)=>ue(
t,[e-o/2,n,e+o/2,n,e,n+o]),cooperative:(t,e,n,o)=>ue(t,[e-o/2,n+o,e+o/2,n+o,e,n]),gosched:(t,e,n,o)=>ue(t,[e,n,e+o/2,n+o/2,e,n+o,e-o/2,n+o/2]),mutex_handoff:(t,e,n,o)=>ue(
t,[e-o/2,n,e+o/2,n+o/2,e-o/2,n+o]),stw:(t,e,n,o)=>t.rect(e-o/2,n,o,o),suspend(t,e,n,o){t.moveTo(e+o/2,n+o/2),t.arc(e,n+o/2,o/2,0,Math.PI*2)},unknown(t,e,n,o){t.
moveTo(e-o/2,n),t.lineTo(e+o/2,n+o),t.moveTo(e+o/2,n),t.lineTo(e-o/2,n+o)}};function dc(t,e){let[n,o]=e.coord([e.value(0),e.value(2)]),[s]=e.coord([e.value(1),e.
value(2)]),r=t.coordSys.y+t.coordSys.height;return{type:"rect",shape:{x:n+.5,y:o,width:Math.max(1,s-n-1),height:Math.max(0,r-o)},style:{fill:e.visual("color")}}}
var ar=new Set(["async","stw","suspend"]);var mc={running:1,syscall:1,runnable:.62,waiting:.36,unknown:.12,dead:0},pc=26;function gc(t,e,n,o){let{spans:s,strings:r}=t.model,a=X[s.state[n]],i=e.kind==="g",
c=i?mc[a]:s.state[n]===I?.55:1,l=s.g[n];return o?.[n]===0?{fill:w().dim,size:c,greyed:!0}:l<0?{fill:_(s.other?.[n]>=0&&!t.model.others[s.other[n]].traced?"unkno\
wn":"idle"),size:1}:i||t.colourBy==="state"?{fill:a==="waiting"?Xt(r[s.reason[n]]):_(a),size:c}:{fill:ut(t,l),size:c}}function lr(t,e,n,o,s,r){let{spans:a}=t.model,
{mask:i}=t;ve(a,e,n.from,n.to,n.width,(c,l,u,f,d,p)=>{let{fill:m,size:g,greyed:v}=gc(t,e,u,i),$=l-c;$>1&&([c,l]=[Math.round(c),Math.round(l)]);let Vt=Math.max(1,
l-c-($>4?1:0)),vt=Math.max(1.5,o.height*g),_t=e.kind==="g"?o.y+(o.height-vt)/2:o.y+o.height-vt;t.model.onCore&&e.kind!=="c"&&gn(t.model,u)?wc(s,t,u,n,{fill:m,x:c,
w:Vt,y:_t,full:vt,share:f,several:d,on:p}):!d&&e.kind==="g"&&a.state[u]===S&&!v?ks(s,m,Ct(t.model.strings[a.reason[u]]).dash,c,_t,Vt,vt):d?yc(s,t,e,u,{greyed:v,
fill:m,x:c,w:Vt,y:_t,full:vt,band:o,share:f,wide:$}):s.add(m,1,c,_t,Vt,vt),a.state[u]===I&&!d&&!v&&bs(s,m,c,_t,Vt,vt),r&&$>=pc&&!v&&kc(t,e,u,Math.max(c,0),Math.
min(l,n.width),o,m,r)},i&&nr(e.rows,i))}function wc(t,e,n,o,s){let{x:r,w:a,y:i,full:c}=s;if(s.several||a<3){let l=Math.min(c,Math.max(c*s.share*s.on,s.on>0?1.5:
0));t.add(s.fill,s.several?.28:.4,r,i,a,c),t.add(s.fill,1,r,i+c-l,a,l);return}t.add(s.fill,.16,r,i,a,c);for(let l of[[r,i,a,1],[r,i+c-1,a,1],[r,i,1,c],[r+a-1,i,
1,c]])t.add(s.fill,.75,...l);pn(e.model,n,o,(l,u,f)=>{l=Math.max(l,r),u=Math.min(u,r+a),u>l&&t.add(s.fill,1,l,i+c*(1-f),Math.max(u-l,.5),c*f)})}function yc(t,e,n,o,s){
if(n.kind==="g"&&e.model.spans.state[o]!==b){if(t.add(s.fill,s.wide>1?.5:1,s.x,s.y,s.w,s.full),s.share>0&&s.wide<=1){let a=Math.max(2,s.share*s.band.height);t.add(
s.greyed?s.fill:_("running"),1,s.x,s.band.y+s.band.height-a,s.w,a)}return}let r=s.full*(.25+.75*Math.min(1,Math.max(0,s.share)));t.add(s.fill,.35,s.x,s.y,s.w,s.
full-r),t.add(s.fill,1,s.x,s.y+s.full-r,s.w,r)}function kc(t,e,n,o,s,r,a,i){if(r.height<11||i.length>=t.labelBudget)return;let{model:c}=t,l=Math.floor((s-o-10)/
vn),u=c.spans.state[n],f,d;if(c.spans.n[n]>1)f=["merged: "+C(c.spans.n[n],"span"),"merged"].find(p=>p.length<=l),d={backgroundColor:"transparent",padding:0},cr(
d);else if(e.kind==="c")f=Wt(c,n).find(m=>m.length<=l)||"",d={fill:lt(a),backgroundColor:"transparent",padding:0};else if(e.kind!=="g"){let p=x(c,c.spans.g[n]),
m=A(T(c,c.spans.g[n])).replace(/^main\./,"");f=m&&p.length+1+m.length<=l?p+" "+m:p.length<=l?p:"",u===I&&f&&f.length+8<=l&&(f+=" syscall"),d={fill:u===I?w().text:
lt(a),backgroundColor:"transparent",padding:0}}else{let p=c.strings[c.spans.reason[n]];if(f=u===S?p:u===b?"P "+c.spans.p[n]:X[u],f.length+2>l||u===S&&l<12)return;
d=u===b||u===I?{fill:lt(a),backgroundColor:"transparent",padding:0}:{fill:w().muted,backgroundColor:w().panel,padding:[0,3]}}f&&(c.onCore&&e.kind!=="c"&&u===b&&
cr(d),i.push({...wt,type:"text",z2:2,x:o+5,y:r.y+r.height/2+.5,style:{...d,text:f,font:(r.height<16?10:11.5)+"px "+t.font,verticalAlign:"middle"}}))}function cr(t){
t.fill=w().text,t.stroke=w().panel,t.lineWidth=3}function bc(t,e,n,o,s){let{marks:r}=t.model,a=new Map,i=(n.to-n.from)/n.width,c=new Map,l=0,u=e.marks.length;for(;l<
u;){let f=l+u>>1;r.time[e.marks[f]]<n.from?l=f+1:u=f}for(;l<e.marks.length;l++){let f=e.marks[l];if(r.time[f]>n.to)break;let d=(r.time[f]-n.from)/i,p=E[r.kind[f]];
if(d-(c.get(p)??-9)<2)continue;c.set(p,d);let m=t.found&&!t.filter.hasMark(r,f),g=p+(m?"-":"");a.has(g)||a.set(g,{kind:p,greyed:m,xs:[]}),a.get(g).xs.push(d)}return[
...a.values()].map(({kind:f,greyed:d,xs:p})=>{let m=d?w().dim:Mt(f),g=ar.has(f)?{...ne,fill:m}:{opacity:1,fill:f==="unknown"?"none":w().panel,stroke:m,lineWidth:1.4};
return{...wt,type:"schedvizMarks",z2:4,shape:{kind:f,xs:p,y:o,size:s},style:g}})}function xc(t,e,n,o){let{spans:s}=t.model,r=t.selected;if(!r)return[];let a=[],
i=[],c=l=>(l-n.from)/(n.to-n.from)*n.width;if(e.kind!=="g"&&(ve(s,e,n.from,n.to,n.width,(l,u,f)=>{s.g[f]===r.g&&i.push(l,o.y+o.height+1,Math.max(1,u-l-1),2)}),a.
push({...wt,type:"schedvizRects",z2:3,shape:{rects:i},style:{...ne,fill:w().text}})),e===r.lane&&s.end[r.row]>n.from&&s.start[r.row]<n.to){let l=Math.max(c(s.start[r.
row]),-4),u=Math.min(c(s.end[r.row]),n.width+4);a.push({...wt,type:"rect",z2:5,shape:{x:l-1,y:o.y-1,width:Math.max(2,u-l)+1,height:o.height+2},style:{opacity:1,
fill:"none",stroke:w().text,lineWidth:2}})}return a}function vc(t,e,n,o){let s=a=>(a-e.from)/(e.to-e.from)*e.width,r=w();for(let a of t.under){if(a.end<e.from||
a.start>e.to)continue;let i=Math.max(s(a.start),0),c=Math.min(s(a.end),e.width),l=a.kind==="range"?r.gc:a.kind==="region"?r.accent:r.text;o.add(l,1,i,a.kind==="\
log"?n-3:n,Math.max(1.5,c-i-1),a.kind==="log"?5:2)}}var ur=(t,e,n)=>hr(t,e,t.layout.lanes[n.value(0)]),fr=(t,e,n)=>hr(t,e,t.layout.pinned[n.value(0)]);function hr(t,e,n){
if(!n)return it([]);let{lane:o,height:s,head:r}=n,a=e.coordSys,i={from:t.view.from,to:t.view.to,width:a.width,end:t.model.duration},c=et(t,n);if(o.kind==="group")
return it(Mc(o,i,{y:c+r,height:s-r-4}));if(o.kind==="t")return it(os(t,o,i,c));let l={y:c+r,height:s-r-5},u=new at,f=[];lr(t,o,i,l,u,f),vc(o,i,l.y+l.height+1,u);
let d=bc(t,o,i,c+r-(o.kind==="g"?6.5:10),o.kind==="g"?6:8.5);return it([...u.elements(),...xc(t,o,i,l),...f,...d])}function Mc(t,e,n){if(!t.folded)return[];let o=new at;
o.add(w().track,1,0,n.y,e.width,n.height);let{courses:s,max:r}=Ce(t);for(let{name:a,f:i}of s)dr(o,_(a),i,e,n,r);return o.elements()}function dr(t,e,n,o,s,r){let a=Math.
max(1,Math.round(o.width)),{mean:i,max:c}=ln(n,o.from,o.to,a),l=s.height/Math.max(1,r),u=s.y+s.height,f=Math.min(a,Math.ceil((o.end-o.from)/(o.to-o.from)*a));for(let[
d,p]of[[c,.35],[i,.85]])for(let m=0,g;m<f;m=g){for(g=m+1;g<f&&d[g]===d[m];)g++;d[m]>0&&t.add(e,p,m,u-d[m]*l,g-m,d[m]*l)}}function Sc(t,e,n){let{layout:o}=t,s=e.
y+e.height;for(let r of[...o.pinned,...nt(t).map(a=>o.lanes[a])]){if(!"pmc".includes(r.lane.kind))continue;let a=et(t,r)+r.head,i=Math.max(a,r.pinned?e.y:o.top),
c=Math.min(a+r.height-r.head-5,r.pinned?s:o.top+o.viewport);c>i&&n.add(w().track,1,0,i,e.width,c-i)}}var Ac=3,$c=7;function Lc(t,e,n,o,s,r){t.add(e,.35,n,o,s,r);
for(let a=n;a<n+s;a+=$c)t.add(e,.8,a,o,Math.min(Ac,n+s-a),r)}function mr(t,e){let n=w(),o=e.coordSys,{from:s,to:r}=t.view,a=l=>(l-s)/(r-s)*o.width,i=new at;Sc(t,
o,i);let c=-1;for(let l of t.model.bands){if(l.end<s||l.start>r)continue;let u=Math.max(0,a(l.start)),f=Math.max(1.5,Math.min(o.width,a(l.end))-u);if(l.gap){Lc(
i,n.dim,u,o.y,f,o.height);continue}if(l.stw&&Math.floor(u)===c&&f<=1.5)continue;l.stw&&(c=Math.floor(u));let d=l.n>1?Math.max(.15,l.busy/(l.end-l.start)):1;i.add(
l.stw?n.stw:n.gc,(l.stw?1:.7)*d,u,o.y-9,f,l.stw?7:4),i.add(l.stw?n.stw:n.gc,(l.stw?.22:.07)*d,u,o.y,f,o.height)}if(t.here!==null&&i.add(n.accent,1,a(t.here)-.75,
o.y-24,1.5,o.height+24+t.layout.below),t.range){let l=a(t.range.from),u=a(t.range.to);i.add(n.accent,t.range.lanes?.05:.13,l,o.y-24,u-l,o.height+24+t.layout.below);
for(let f of[l,u])i.add(n.accent,.9,f-.5,o.y-24,1,o.height+24+t.layout.below);t.range.lanes&&Tc(t,o,l,u,i)}return it(i.elements())}function Tc(t,e,n,o,s){let r=new Set(
t.range.lanes),a=w();for(let i of t.layout.lanes){if(!r.has(i.lane))continue;let c=et(t,i),l=Math.max(t.layout.top,c),u=Math.min(e.y+e.height,c+i.height);u>l&&s.
add(a.accent,.2,n,l,o-n,u-l)}}function pr(t,e){let n=e.coordSys,o={...t.view,width:n.width,end:t.model.duration},s=new at;for(let r of t.layout.counters){let a={
y:n.y+r.y,height:r.height};s.add(w().track,1,0,a.y,n.width,a.height),dr(s,_(r.name),t.counts[r.name],o,a,Math.max(r.max,r.scale))}return it(s.elements())}function gr(t,e,n){
let o=e.coordSys,{model:s}=t,{overview:r}=s,a={mask:t.found&&t.filter.maskOf(r),colourBy:t.colourBy,extent:t.extent,model:{...s,...r,lanes:s.lanes}},{lanes:{p:i}}=s,
c=o.height/Math.max(1,i.length),l=new at,u=c>=4?1:0,f=n.value(0);return lr(a,{...i[f],...r.lanes.get(i[f])},{from:0,to:t.extent,width:o.width},{y:o.y+f*c,height:Math.
max(1,c-u)},l,null),it(l.elements())}function Zn(t){let e=(n,o)=>{let s=echarts.init(n,Yt(),{renderer:"canvas"}),r=o.series.map(a=>({...a,renderItem:Nc(t,a.renderItem)}));return s.setOption({...o,series:r}),
s};t.chart?.dispose(),t.map?.dispose(),t.chart=e(t.nodes.canvas,t.model.page.charts.timeline),t.map=e(t.nodes["map-canvas"],t.model.page.charts.minimap)}var Ic={
bands:mr,pinned:fr,lanes:ur,arrows:_s,counters:pr,minimap:gr};function Nc(t,e){let n=Ic[e.replace("schedviz.","")];return(o,s)=>n(t,o,s)}function wr(t){let{layout:e,
view:n,width:o}=t,s=Xe(n.from,n.to,o),r={min:n.from,max:n.to},a=s.at.filter(f=>(f-n.from)/(n.to-n.from)*o<o-58),i={show:t.axis,customValues:a,formatter:f=>M(f,s.
step,n.to),align:"left",margin:e.ceiling-Lt+6,hideOverlap:!0},c=f=>f.map(d=>[d,0]),l={data:[[0,0]],silent:!0},u={xAxis:[{...r,axisLabel:i,axisTick:{customValues:s.
at,length:4},axisLine:{show:!1},splitLine:{show:!0}},r,r,r],yAxis:[{min:0,max:1},{min:0,max:1},{min:0,max:1},{min:0,max:1}],series:[l,{data:c([...e.pinned.keys()]),
clip:!0,silent:!0},{data:c(nt(t)),clip:!0,silent:!0},l,{...l,clip:!0}]};t.gridChanged&&(u.grid=Ec(e),t.gridChanged=!1),t.chart.setOption(u),t.chart.getZr().refreshImmediately()}
function Ec({ceiling:t,top:e,viewport:n,pins:o,bottom:s,below:r}){let a=(c,l)=>({left:0,right:0,top:c,height:l,outerBoundsMode:"none"}),i=$t;return[a(t,s-t),a(o.
top,o.height),a(e,n),a(s+i,Math.max(0,r-i))]}function kt(t){t.map.setOption({xAxis:{min:0,max:t.extent},yAxis:{min:0,max:1},series:[{data:t.model.lanes.p.map((e,n)=>[
n,0]),silent:!0}]})}function yr(t){let e=t.nodes.window.style,n=t.extent;e.left=t.view.from/n*100+"%",e.width=Math.max(.2,(t.view.to-t.view.from)/n*100)+"%",t.nodes.
map.classList.toggle("whole",t.view.from<=0&&t.view.to>=n)}function kr(t){let e=t.view.to-t.view.from;t.nodes.range.textContent=e>=t.extent?"all of "+y(t.extent):
`${y(e)} of ${y(t.extent)}`}var br={setView(t,e){let n=this.clip(t,e);n.from===this.view.from&&n.to===this.view.to||(this.view=n,this.hideTip(),this.redraw(),this.emit("view",this.view))},
clip(t,e){let n=this.extent,o=Math.min(n,Math.max(e-t,Math.min(n,100)));return t=Math.max(0,Math.min(t,n-o)),{from:t,to:t+o}},setExtent(t){let e=this.view.to-this.
view.from>=this.extent;this.extent=Math.max(this.model.duration,t),kt(this),this.setView(this.view.from,e?this.extent:this.view.to),this.redraw()},zoom(t,e=.5){
let n=this.view.to-this.view.from,o=this.view.from+n*e;this.setView(o-n*t*e,o+n*t*(1-e))},pan(t){let e=(this.view.to-this.view.from)*t;this.setView(this.view.from+
e,this.view.to+e)},reset(){this.setView(0,this.extent)},around(t,e){let n=Math.max((e-t)*.15,50);return this.clip(t-n,e+n)},fit(t,e){let n=this.around(t,e);this.
setView(n.from,n.to)},fitSelection(){if(this.range){let{from:t,to:e}=this.range;this.range=null,this.closePanel(),this.setView(t,e)}else this.selected&&this.fit(
this.model.spans.start[this.selected.row],this.model.spans.end[this.selected.row])},show({from:t,to:e,gs:n}){if(n?.length){this.shown.g=!0;for(let o of n)this.arranged.
hidden.delete("g"+o);this.search(n.map(o=>"G"+o).join(" ")),this.nodes.scroll.scrollTop=0}t!==void 0&&this.fit(t,e),this.root.scrollIntoView({block:"start"})}};
function qe(t){let e=Math.max(...t.map(s=>s.model.duration)),n=!1,o=(s,{from:r,to:a})=>{if(!n){n=!0;for(let i of t)i!==s&&i.setView(r,a);n=!1}};for(let s of t)s.
setExtent(e),s.on("view",r=>o(s,r))}var Rc=300,Bc=200,Ge=class{constructor(e){this.tl=e,this.before=[],this.after=[],this.now=Pn(e),this.timer=0,e.on("draw",()=>{clearTimeout(this.timer),this.timer=
setTimeout(()=>this.settle(),Rc)}),e.nodes.undo.addEventListener("click",()=>this.back()),e.nodes.redo.addEventListener("click",()=>this.forward()),e.nodes.opening.
addEventListener("click",()=>this.visit(e.opening)),this.update()}settle(){clearTimeout(this.timer);let e=Pn(this.tl);e!==this.now&&(Fn(e)!==Fn(this.now)&&(this.
before.push(this.now),this.before.length>Bc&&this.before.shift(),this.after=[]),this.now=e,this.update())}visit(e){this.settle(),Is(this.tl,e),Dt(this.tl,e)}back(){
this.go(this.before,this.after,"nothing to undo")}forward(){this.go(this.after,this.before,"nothing to redo")}go(e,n,o){if(this.settle(),!e.length)return this.tl.
say(o);n.push(this.now),this.now=e.pop(),Dt(this.tl,this.now),this.update()}update(){this.tl.nodes.undo.disabled=!this.before.length,this.tl.nodes.redo.disabled=
!this.after.length,this.tl.emit("settled",this.now)}};var jt={};R(jt,{meanwhile:()=>Qn,of:()=>fe,overlaps:()=>bt});var Pc={[b]:"running",[O]:"runnable",[S]:"waiting",[I]:"syscall"};function bt(t,e,n,o,s){let{rows:r}=e,{start:a,end:i,idle:c,dur:l}=t;for(let u=j(t,r,n);u<r.length&&
a[r[u]]<o;u++){let f=r[u],d=Math.min(o,i[f])-Math.max(n,a[f]);s(f,c[f]>0?d*(1-c[f]/Math.max(1,l[f])):d)}}function Fc(t,e){if(!e)return t.lanes.g.length?t.lanes.
g:t.lanes.p;for(let n of["g","p","m","c"]){let o=e.filter(s=>s.kind===n);if(o.length)return o}return[]}function fe(t,e,n,o=null){let s=new Jn(t,e,n),r=Fc(t,o);for(let a of r)
s.lane(a,!1);if(!o&&r!==t.lanes.p)for(let a of t.lanes.p)s.lane(a,!0);return{from:e,to:n,lanes:o,states:s.states,exact:s.exact,laneless:s.laneless.size,gs:[...s.
gs.values()].sort((a,i)=>i.running-a.running||i.runnable-a.runnable||i.waiting-a.waiting||a.g-i.g),reasons:[...s.reasons.values()].sort((a,i)=>i.time-a.time),ps:(o?
[...s.ps.values()]:Wc(t,e,n)).sort((a,i)=>a.p-i.p),marks:qc(t,e,n,o&&new Set(r))}}var Jn=class{constructor(e,n,o){this.model=e,this.from=n,this.to=o,this.exact=
!0,this.gs=new Map,this.reasons=new Map,this.ps=new Map,this.laneless=new Set,this.last=null,this.states={running:0,runnable:0,waiting:0,syscall:0}}lane(e,n){let{
spans:o,laneOfG:s}=this.model,r=e.kind==="g";bt(o,e,this.from,this.to,(a,i)=>{let c=o.g[a],l=Pc[o.state[a]];if(c<0||!l)return;let u=!r&&!s.has(c);n&&!u||(u&&this.
laneless.add(c),o.n[a]>1&&(this.exact=!1),this.states[l]+=i,this.goroutine(c)[l]+=i,l==="waiting"&&this.reason(o.reason[a],i,o.n[a]),l==="running"&&o.p[a]>=0&&xr(
this.ps,o.p[a],c,i))})}goroutine(e){if(this.last?.g===e)return this.last;let n=this.gs.get(e);return n||this.gs.set(e,n={g:e,running:0,runnable:0,waiting:0,syscall:0}),
this.last=n,n}reason(e,n,o){let s=this.reasons.get(e);s||this.reasons.set(e,s={reason:this.model.strings[e],time:0,count:0}),s.time+=n,s.count+=o}};function xr(t,e,n,o){
let s=t.get(e);s||t.set(e,s={p:e,running:0,gs:new Set}),s.running+=o,s.gs.add(n)}function Wc(t,e,n){let{spans:o}=t,s=new Map;for(let r of t.lanes.p)s.set(r.key,
{p:r.key,running:0,gs:new Set}),bt(o,r,e,n,(a,i)=>o.state[a]===b&&xr(s,r.key,o.g[a],i));return[...s.values()]}function qc(t,e,n,o){let{marks:s}=t,r=new Map,a=i=>{
if(s.time[i]<e||s.time[i]>n)return;let c=E[s.kind[i]];r.set(c,(r.get(c)||0)+s.n[i])};if(o)for(let i of o)i.marks.forEach(a);else for(let i=0;i<s.time.length;i++)
a(i);return[...r].map(([i,c])=>({kind:i,count:c})).sort((i,c)=>c.count-i.count)}function Qn(t,e,n){let{spans:o}=t,s=new Map,r=0,a=0,i=!0;for(let u of t.lanes.p)
bt(o,u,e,n,(f,d)=>{o.n[f]>1&&(i=!1),o.state[f]===I&&(a+=d),o.state[f]===b&&(r+=d,s.set(o.g[f],(s.get(o.g[f])||0)+d))});let c=t.page.stat.procs.gomaxprocs||t.lanes.
p.length,l=[...s].map(([u,f])=>({g:u,time:f})).sort((u,f)=>f.time-u.time||u.g-f.g);return{ps:c,gs:l,running:r,syscall:a,idle:Math.max(0,c*(n-e)-r-a),exact:i}}var Gc=24,Dc=400,to=(t,e)=>[x(t,e),A(T(t,e))].filter(Boolean).join(" ");function Uc(t,{row:e,lane:n,place:o,g:s}){let{model:r}=t,{spans:a,strings:i}=r,c=[s>=0?to(
r,s):Wt(r,e)[0]],l=a.state[e];s>=0&&c.push(l===S?`waiting for ${i[a.reason[e]]||"an unknown reason"}`:X[l]+(a.p[e]>=0?` on P ${a.p[e]}`:"")),c.push(y(a.dur[e]),
`from ${M(a.start[e],1e3)}`),l===b&&a.preempt[e]&&c.push(`ended by ${ht(E[a.preempt[e]])}`),a.n[e]>1&&c.push(`${k(a.n[e])} spans merged`);let{led:u,caused:f}=Ut(
t),d=u?.wakes[0];return d?.by>=0?c.push(`${d.kind==="create"?"created":"woken"} by ${to(r,d.by)}`):d?.inferred&&c.push(`woken by the ${d.inferred}, inferred`),f?.
wakes.length&&c.push(`woke ${C(f.wakes.length,"goroutine")}`),`${c.join(", ")}. Span ${k(o+1)} of ${k(n.rows.length)} on ${F(r,n)}.`}function Hc(t,{from:e,to:n,
lanes:o}){let s=fe(t.model,e,n,o),r=Object.entries(s.states).filter(([,a])=>a>0).map(([a,i])=>`${a} ${y(i)}`);return`${y(n-e)} selected from ${M(e,(n-e)/100)}, ${o?
"on "+C(o.length,"lane"):"all lanes"}: ${r.join(", ")||"nothing"}${s.exact?"":", approximately"}.`}function jc(t){let{model:e,view:n,layout:o}=t,{spans:s}=e,r=[
...o.pinned,...nt(t).map(c=>o.lanes[c])].map(c=>c.lane),a=r.slice(0,Gc).map(c=>{if(c.without)return`${c.title}: ${c.explained}`;if(c.kind==="group")return`group\
 ${c.title}, ${c.folded?"folded":"unfolded"}`;if(c.kind==="t")return`${c.what}s ${c.name}: ${k(c.boxes.filter(d=>d.end>n.from&&d.start<n.to).length)}`;let l=0,u=0;
return bt(s,c,n.from,n.to,(d,p)=>{u+=s.n[d],(c.kind!=="g"||s.state[d]===b)&&(l+=p)}),`${c.kind==="g"?to(e,c.key):F(e,c)}: ${c.kind==="g"?"running":"busy"} ${V(l/
(n.to-n.from))}, ${C(u,"span")}`}),i=r.length-a.length;return`From ${M(n.from,1e3)} to ${M(n.to,1e3)}, ${C(o.lanes.length,"lane")}. ${a.join("; ")}${i>0?`; and ${i}\
 more`:""}.`}function vr(t){let{canvas:e,text:n}=t.nodes;n.id=t.root.id+"-lanes",e.setAttribute("aria-describedby",n.id);let o=()=>{n.textContent=jc(t)},s=0;e.addEventListener(
"focus",o),t.on("draw",()=>{document.activeElement===e&&(clearTimeout(s),s=setTimeout(o,Dc))}),t.on("choice",()=>{t.selected?t.say(Uc(t,t.selected)):t.say(t.range?
Hc(t,t.range):"Nothing selected.")})}function Mr(){for(let t of document.querySelectorAll(".chart")){let e=t.previousElementSibling;for(;e&&!/^H[234]$/.test(e.tagName);)
e=e.previousElementSibling;let n=t.previousElementSibling?.classList.contains("how")?t.previousElementSibling:null;t.setAttribute("role","img"),t.hasAttribute("\
aria-label")||t.setAttribute("aria-label","Chart: "+(e?.textContent||"untitled")),n&&(n.id||="how-"+t.id,t.setAttribute("aria-describedby",n.id))}}var xt=8;function no(t,{row:e,lane:n,g:o}){let{model:s}=t,{spans:r}=s;return[Ae(t,o),ee(t,e,r.start[e]),N([...$e(t,e),...te(t,e,r.start[e]).slice(0,1),["note",Qt(
s,e,1)]]),h("div",{class:"actions"},L("◂ previous",()=>t.step(-1),"on this lane (,)"),L("next ▸",()=>t.step(1),"on this lane (.)"),n.kind!=="g"&&o>=0&&L(`◂ ${x(
s,o)}`,()=>t.stepGoroutine(-1),"previous span of this goroutine (<)"),n.kind!=="g"&&o>=0&&L(`${x(s,o)} ▸`,()=>t.stepGoroutine(1),"next span of this goroutine \
(>)"),L("zoom to span",()=>t.fit(r.start[e],r.end[e]),"(F)")),o>=0&&Kc(t,e,o),o>=0&&Xc(t,e),o>=0&&Xo(Vc(r.state[e]),gt(s,r.stack[e]),s.page,t),o>=0&&Zc(t,o)].filter(
Boolean)}function Vc(t){return t===O?"Made ready at":t===S?"Waits at":t===I?"Called at":"Stopped at"}function De(t,e,n,o){let s=`${x(t.model,e)} ${A(T(t.model,e))}`;
return n>=0?L(s,()=>t.goToRow(n,o),"show in the timeline"):s}function _c(t,e,n){let{model:o}=t,{spans:s}=o,r=s.state[e],a=n.by>=0?De(t,n.by,n.byRow,n.t):"",i=o.
gs.parent[n.g],c=r===b?`, ${y(s.start[e]-n.t)} before it ran`:"";if(n.kind==="create")return["created by ",a||(i>0?"G"+i:`the ${n.inferred} (inferred)`),c];if(n.
kind==="self")return[r===b?`was preempted or yielded, then waited ${y(s.start[e]-n.t)} for a P`:"was preempted or yielded: see the end of the previous span"];if(n.
kind==="return")return["returned from a system call without a P",c];let l=r===S?"ended by ":"woken by ";return a?[l,a,c]:n.inferred?[l,`the ${n.inferred} (infer\
red)`,c]:["what woke it was not recorded",c]}function Ar(t,e){let{spans:n}=t.model,o=e.run>=0?`ran ${y(n.start[e.run]-e.t)} later${n.p[e.run]>=0?" on P "+n.p[e.
run]:""}`:"did not run again within the trace";return[e.kind==="create"?"created ":"woke ",De(t,e.g,e.run>=0?e.run:e.row)," ",h("span",{class:"quiet"},o)]}function Kc(t,e,n){
let{model:o}=t,{led:s,caused:r}=Ut(t),a=s.wakes[0],i=[];return t.arrows.chain?(i.push(eo(t,"What led to it",s,c=>[c.kind==="create"?"created by ":"woken by ",c.
by>=0?De(t,c.by,c.byRow,c.t):c.inferred?`the ${c.inferred} (inferred)`:o.gs.parent[c.g]>0?"G"+o.gs.parent[c.g]:"unknown",": ",De(t,c.g,c.row)])),i.push(eo(t,"Wh\
at it caused",r,c=>[c.by!==n&&[x(o,c.by)," "],...Ar(t,c)].flat()))):(a&&i.push(h("p",{class:"cause"},_c(t,e,a))),r.wakes.length&&i.push(eo(t,"Woke",r,c=>Ar(t,c)))),
!s.wakes.length&&!r.wakes.length&&!t.arrows.chain?null:(i.push(h("div",{class:"actions"},h("button",{class:"link",type:"button","aria-pressed":String(t.arrows.chain),
onclick:()=>t.toggleArrows("chain")},t.arrows.chain?"show only its own arrows (C)":"show the whole chain, both ways (C)"))),h("div",{class:"family"},i))}function eo(t,e,{
wakes:n,cut:o,lost:s},r){let a=k(n.length)+(o?" or more":""),i=c=>h("li",{},h("span",{class:"quiet"},M(c.t,1e3)+" "),r(c));return h("div",{},h("h4",{},e,h("span",
{class:"quiet"},` ${a}`)),n.length?h("ul",{class:"wakes"},n.slice(0,xt).map(i)):h("p",{class:"quiet"},"Nothing recorded."),s&&h("p",{class:"quiet"},"Before that\
, spans are merged, or outside the loaded part of the trace."),n.length>xt&&h("details",{},h("summary",{},`${n.length-xt} more`),h("ul",{class:"wakes"},n.slice(
xt).map(i))))}function Xc(t,e){let{model:n}=t,{spans:o}=n;if(o.state[e]!==O||o.dur[e]<=0)return null;let s=Qn(n,o.start[e],o.end[e]);if(!s.ps)return null;let r=s.
ps*o.dur[e],a=c=>V(c/r),i=(c,l)=>h("tr",{},h("td",{},c),h("td",{class:"num"},y(l)),h("td",{class:"num"},a(l)));return h("div",{},h("h4",{},"Who had the Ps meanw\
hile",h("span",{class:"quiet"},` inferred from the lanes${s.exact?"":", approximate: spans are merged"}`)),h("table",{class:"mini"},s.gs.slice(0,xt).map(({g:c,time:l})=>i(
L(`${x(n,c)} ${A(T(n,c))}`,()=>t.goToRow(Yc(n,c,o.start[e],o.end[e]))),l)),s.gs.length>xt&&i(`${k(s.gs.length-xt)} others`,s.gs.slice(xt).reduce((c,l)=>c+l.time,
0)),s.syscall>0&&i("in system calls",s.syscall),s.idle>0&&i("no goroutine",s.idle)))}function Yc(t,e,n,o){let s=-1;for(let r of t.lanes.p)bt(t.spans,r,n,o,a=>{t.
spans.g[a]===e&&(s=a)});return s}function Zc(t,e){let{model:n}=t,o=T(n,e),s=x(n,e),r=n.byID.get(n.gs.parent[e]);return h("div",{class:"actions"},L("only "+s,()=>t.
search(s),"grey out all other goroutines"),o&&L("all of "+A(o),()=>t.search(o),"grey out all goroutines that do not run this function"),r!==void 0&&L(`its paren\
t ${x(n,r)}`,()=>t.search(x(n,r)),"the goroutine that created it"),t.inTable&&L("in the table",()=>t.inTable(s),"its row in the table of goroutines"),o&&t.inTable&&
L("its function in the table",()=>t.inTable(o),"all that run the same function, in the table of goroutines"))}var He={};R(He,{button:()=>Ue,csv:()=>oo,tsv:()=>so});var Jc=/^\s*[=+\-@＝＋－＠]|^[\t\r\n]/,Qc=/^[+-]?\d+(\.\d+)?(e[+-]?\d+)?$/i,$r=t=>typeof t=="string"&&Jc.test(t)&&!Qc.test(t)?"'"+t:String(t),tl=t=>/[",\r\n]/.
test(t)?'"'+t.replaceAll('"','""')+'"':t,oo=t=>t.map(e=>e.map(n=>tl($r(n))).join(",")+`\r
`).join(""),so=t=>t.map(e=>e.map(n=>$r(n).replace(/[\t\r\n]+/g," ")).join("	")+`
`).join("");async function el(t){try{return await navigator.clipboard.writeText(t),!0}catch{let e=h("textarea",{value:t,"aria-hidden":"true",style:{position:"fi\
xed",opacity:"0"}});document.body.append(e),e.select();let n=document.execCommand("copy");return e.remove(),n}}function Ue(t,e,n){let o=(r,a)=>{r.textContent=a,
setTimeout(()=>{r.textContent=t},1500)},s=L(t,async()=>o(s,await el(e(n()))?"copied":"could not copy"));return s}var ro=12,ao=["running","runnable","waiting","syscall"];function Cr(t,e){let{model:n}=t,o=fe(n,e.from,e.to,e.lanes),s=e.to-e.from,r=o.exact?"":"≈ ",a=n.page.stat.
procs.gomaxprocs||n.lanes.p.length,i=o.gs.filter(c=>c.running>0).length;return[h("div",{class:"who"},h("b",{},y(s)+" selected")),h("p",{class:"quiet"},ol(t,e),o.
exact?"":" Some spans are merged: all of their time counts under the longest of them.",o.laneless>0?` ${C(o.laneless,"goroutine")} without a lane: only running \
time counts.`:""),N([["from",M(e.from,s/100)],["to",M(e.to,s/100)],["P utilisation",!e.lanes&&a?r+V(o.ps.reduce((c,l)=>c+l.running,0)/(s*a)):""],["ran",C(i,"gor\
outine")],...o.marks.map(({kind:c,count:l})=>[dt(c)+" "+Zt(c),k(l)])]),h("div",{class:"actions"},L("zoom to selection (F)",()=>t.fitSelection()),L("clear (Esc)",
()=>t.clear()),sl(t,e)),he("By state","",o,ao.filter(c=>o.states[c]>0).map(c=>[[z(_(c)),c],o.states[c]])),he("By goroutine","running",o,o.gs.filter(c=>c.running>
0).map(c=>[Lr(t,c.g),c.running])),he("By goroutine","runnable",o,nl(o.gs,"runnable").map(c=>[Lr(t,c.g),c.runnable])),he("By reason","waiting",o,o.reasons.map(c=>[
[z(Xt(c.reason)),c.reason||"unknown",h("span",{class:"quiet"},` ${C(c.count,"wait")}`)],c.time])),he("By P","running",o,o.ps.map(c=>[["P "+c.p,h("span",{class:"\
quiet"},` ${V(c.running/s)}, ${C(c.gs.size,"goroutine")}`)],c.running])),h("div",{class:"actions"},h("span",{class:"quiet"},"copy all as"),Ue("CSV",oo,()=>Tr(n,
o)),Ue("TSV",so,()=>Tr(n,o)))].filter(Boolean)}var nl=(t,e)=>t.filter(n=>n[e]>0).sort((n,o)=>o[e]-n[e]),Lr=(t,e)=>L(`${x(t.model,e)} ${A(T(t.model,e))}`,()=>t.search(
x(t.model,e)),"grey out all other goroutines");function ol(t,{lanes:e}){if(!e)return"Totals over all goroutines and Ps, whichever lanes are shown.";let n=e.map(
r=>F(t.model,r)),o=n.length>4?`${n[0]} to ${n.at(-1)}`:n.join(", "),s=new Set(e.map(r=>r.kind));return`Totals over ${C(e.length,"lane")}: ${o}.${s.size>1?" Span\
s on lanes of two kinds count once.":""}`}function sl(t,e){return e.lanes?L("all lanes",()=>t.selectRange(e.from,e.to)):e.lane?L(`only ${F(t.model,e.lane)}`,()=>t.
selectRange(e.from,e.to,[e.lane])):null}function he(t,e,n,o){if(!o.length)return null;let s=([r,a])=>h("tr",{},h("td",{},r),h("td",{class:"num"},(n.exact?"":"≈ ")+
y(a)));return h("div",{},h("h4",{},t,e&&h("span",{class:"quiet"},` ${e}`)),h("table",{class:"mini"},o.slice(0,ro).map(s)),o.length>ro&&h("p",{class:"quiet"},`an\
d ${k(o.length-ro)} more`))}function Tr(t,e){let n=Math.round;return[["what","name","function","running_ns","runnable_ns","waiting_ns","syscall_ns","count"],["s\
election",`${n(e.from)} to ${n(e.to)} ns`,e.exact?"exact":"approximate",...ao.map(o=>n(e.states[o])),""],...e.gs.map(o=>["goroutine",x(t,o.g),T(t,o.g),...ao.map(
s=>n(o[s])),""]),...e.reasons.map(o=>["reason",o.reason,"","","",n(o.time),"",o.count]),...e.ps.map(o=>["P","P "+o.p,"",n(o.running),"","","",o.gs.size]),...e.marks.
map(o=>["preemption",o.kind,"","","","","",o.count])]}var Ir={switchLanes(t,e){this.shown[t]=e,ot(this),this.relayout()},setColour(t){this.colourBy=t,ot(this),kt(this),this.redraw()},toggleArrows(t){this.arrows[t]=
!this.arrows[t],t==="chain"&&this.selected&&this.openPanel(no(this,this.selected)),ot(this),this.redraw()},select(t,e){let n=t.rows[e];this.selected={lane:t,place:e,
row:n,g:this.model.spans.g[n]},this.range=this.away=null,this.openPanel(no(this,this.selected)),this.emit("choice"),this.redraw()},selectLane(t){if(!t.rows.length)
return;let e=(this.view.from+this.view.to)/2,n=G(this.model.spans,t,e,1/0);this.select(t,Math.max(0,n))},selectMark({lane:t,mark:e}){let n=this.model.marks.time[e],
o=G(this.model.spans,t,n-1,1/0);o>=0&&this.select(t,o)},step(t){if(!this.selected){let o=[...this.layout.pinned,...this.layout.lanes].find(({lane:s})=>s.rows.length);
return o&&this.selectLane(o.lane)}let{lane:e,place:n}=this.selected;this.reach(e,Math.max(0,Math.min(e.rows.length-1,n+t)))},selectRange(t,e,n=null,o=null){this.
range={from:Math.max(0,t),to:Math.min(this.model.duration,e),lanes:n,lane:o},this.selected=this.away=null,this.openPanel(Cr(this,this.range)),this.emit("choice"),
this.redraw()},clear(){this.hideTip(),this.selected||this.range||this.away?this.unselect():this.here!==null?(this.here=null,this.redraw()):this.filter&&this.search(
"")},unselect(){this.selected=this.range=this.away=null,this.closePanel(),this.emit("choice"),this.redraw()},openPanel(t){let e=this.nodes.panel,n=e.hidden,o=e.
contains(document.activeElement)?document.activeElement.textContent:null;e.replaceChildren(h("button",{class:"close",type:"button",title:"close (Esc)","aria-lab\
el":"close",onclick:()=>this.clear()},"×"),...t),e.hidden=!1,o!==null&&([...e.querySelectorAll("button")].find(s=>s.textContent===o)||e).focus(),n&&this.resize()},
closePanel(){let{panel:t,canvas:e}=this.nodes;t.hidden||(t.contains(document.activeElement)&&e.focus({preventScroll:!0}),t.hidden=!0,this.resize())}};function il(t,e){if(e.kind==="group")return cl(t,e);let n=()=>(t.layout.groups.find(o=>o.lanes.includes(e))?.lanes??[]).filter(o=>o!==e);return[[t.isPinned(e)?"\
Unpin":"Pin to the top","P",()=>t.pin(e)],["Hide","H",()=>t.hide(e)],n().length>0&&["Hide the other lanes of its group","",()=>t.hide(...n())],e.kind==="g"&&[`S\
how only ${x(t.model,e.key)} on all lanes`,"",()=>t.search(x(t.model,e.key))],e.rows.length>0&&["Select the span in the middle of the view","",()=>t.selectLane(
e)],...Nr(t)].filter(Boolean)}function cl(t,e){let n=t.layout.groups.filter(o=>o!==e);return[!e.without&&[e.folded?"Unfold":"Fold","",()=>t.fold(e.key,!e.folded)],
n.length>0&&["Fold or unfold all","Z",()=>t.foldAll()],["Hide","",()=>t.hide(e)],n.length>0&&["Hide the other groups","",()=>t.hide(...n)],...Nr(t)].filter(Boolean)}
var Nr=t=>t.arranged.hidden.size?[[`Show all hidden (${t.arranged.hidden.size})`,"Shift H",()=>t.showHidden()]]:[];function de(t,e){let{menu:n}=t.nodes,o=document.
activeElement,s=()=>{n.hidden||(n.hidden=!0,n.replaceChildren(),o?.isConnected&&o.focus())};n.replaceChildren(...il(t,e.lane).map(([a,i,c])=>h("button",{type:"b\
utton",role:"menuitem",tabIndex:-1,onclick:()=>{s(),c()}},h("span",{},a),i&&h("kbd",{},i)))),n.onkeydown=a=>ll(a,n,s),n.onfocusout=a=>{n.contains(a.relatedTarget)||
s()},n.hidden=!1;let r=e.getBoundingClientRect();n.style.left=Math.min(r.left+12,innerWidth-n.offsetWidth-8)+"px",n.style.top=Math.max(4,Math.min(r.top+Math.min(
22,r.height),innerHeight-n.offsetHeight-8))+"px",n.firstChild.focus()}function ll(t,e,n){t.stopPropagation();let o=[...e.children],s=o.indexOf(document.activeElement),
r={ArrowDown:s+1,ArrowUp:s-1,Home:0,End:-1}[t.key];if(r!==void 0)o.at(r%o.length).focus();else if(t.key==="Escape"||t.key==="Tab")n();else return;t.preventDefault()}var fl=new Set(["queued","idle Ps","spinning"]);function Er(t){let{layout:e,nodes:n}=t,o=n.gutter.labels??new Map,s=new Map,r=i=>{let c=i.lane.kind==="group"?i.
lane.key:K(t.model,i.lane),l=o.get(c)??(i.lane.kind==="group"?ml(t):dl(t));s.set(c,l),pl(t,l,i)};for(let i of e.pinned)r(i);for(let i of nt(t))r(e.lanes[i]);n.gutter.
labels=s;let a=e.counters.map(i=>wl(i,e.bottom+$t));t.model.bands.some(i=>!i.gap)&&a.push(h("div",{class:"strip-label",style:{top:e.ceiling-13+"px"}},"GC, STW")),
hl(n.gutter,[...s.values(),...a])}function hl(t,e){let n=new Set(e);for(let s of[...t.children])n.has(s)||s.remove();let o=t.firstChild;for(let s of e)s===o?o=o.
nextSibling:t.insertBefore(s,o)}function dl(t){let e=h("button",{class:"lane-name",type:"button",onclick:()=>t.selectLane(o.lane)}),n=h("button",{class:"lane-mo\
re",type:"button","aria-haspopup":"menu",title:"pin, hide, …",onclick:()=>de(t,o)},"⋯"),o=h("div",{class:"lane-label",oncontextmenu:s=>{s.preventDefault(),de(
t,o)}},e,n);return o}function ml(t){let e=h("button",{class:"lane-name",type:"button",onclick:()=>Ie(t,o.lane)}),n=h("button",{class:"lane-more",type:"button","\
aria-haspopup":"menu",title:"fold, hide, …",onclick:()=>de(t,o)},"⋯"),o=h("div",{class:"lane-label group-label",oncontextmenu:s=>{s.preventDefault(),de(t,o)}},
e,n);return o}function pl(t,e,n){let{lane:o,height:s,head:r}=n,a=o.kind==="group",i=et(t,n)+(a?1:r-4),c=a?s-2:s-r+3;if(Object.assign(e.style,{top:i+"px",height:c+
"px",clipPath:n.pinned?"":yl(i,c,t.layout)}),e.lane=o,e.classList.toggle("without",!!o.without),a)return gl(e,o);let l=t.selected&&(t.selected.lane===o||o.kind===
"g"&&o.key===t.selected.g);e.classList.toggle("chosen",!!l),e.classList.toggle("pinned",!!n.pinned);let u=D()+t.colourBy;if(e.named===u)return;e.named=u;let f=o.
kind==="g"?A(T(t.model,o.key)):"",d=F(t.model,o);e.firstChild.title=f?d+" "+f:d,e.lastChild.setAttribute("aria-label","Menu of "+d),e.firstChild.replaceChildren(
...[o.kind==="g"&&z(ut(t,o.key)),h("b",{},d),f&&h("span",{class:"func named"},Or(" "+f))].filter(Boolean))}function gl(t,e){let n=`${e.folded} ${e.title} ${e.count}`;
if(t.named===n)return;t.named=n;let[o,s]=t.children;o.title=e.explained||`${e.folded?"open":"fold"} ${e.title}`,e.without?o.removeAttribute("aria-expanded"):o.setAttribute(
"aria-expanded",!e.folded),s.setAttribute("aria-label","Menu of "+e.title),o.replaceChildren(h("i",{},e.without?"⋮":e.folded?"▸":"▾"),h("span",{class:"gro\
up-name named"},Or(e.title)),e.count&&h("span",{class:"func"}," "+e.count))}function Or(t){let[e,n]=Ye(t);return[h("span",{class:"head"},e),h("span",{},n)]}function wl(t,e){
let n=(fl.has(t.name)?"sampled ≤":"max ")+(t.name==="heap"?Kt(t.max):k(t.max));return h("div",{class:"counter-label",style:{top:e+t.y+"px",height:t.height+"px"}},
h("b",{},t.name),h("span",{},n))}function yl(t,e,n){let o=Math.max(0,n.top-t),s=Math.max(0,t+e-n.top-n.viewport);return o||s?`inset(${o}px 0 ${s}px 0)`:""}var Rr={search(t){t!==this.filter?.text&&(this.here=null),this.nodes.find.value=t,this.filter=or(this.model,t),this.found=this.filter?.words.length?this.filter.
found:null,this.matches=null,this.atMatch=-1,this.tellFound(),ot(this),kt(this),this.relayout()},tellFound(t=-1){let{filter:e,nodes:n}=this,o=e&&this.found?`${C(
e.count,"span")} of ${C(e.found.size,"goroutine")}`:"",s=e?.problems[0]||(e&&!this.found?`Enter goes to ${M(e.at,1)}`:t<0?o:`${k(t+1)} of ${o}`);n.found.textContent=
s,n.found.classList.toggle("wrong",!!e?.problems.length),n.find.setAttribute("aria-invalid",!!e?.problems.length)},matchList(){if(this.matches)return this.matches;
let{overview:t}=this.model,{spans:e}=t,n=this.filter.maskOf(t),o=[];for(let s=0;s<n.length;s++)n[s]&&!(e.core?.[s]>=0)&&o.push(s);return this.matches=Int32Array.
from(o).sort((s,r)=>e.start[s]-e.start[r]||s-r)},nextMatch(t){if(!this.filter||(this.filter.at!==null&&this.goToTime(this.filter.at),!this.found))return;let e=this.
matchList(),{start:n}=this.model.overview.spans;if(!e.length)return;let{selected:o}=this,s=this.atMatch;s>=0&&o&&o===this.matched?s=(s+t+e.length)%e.length:s=bl(
e,n,o?this.model.spans.start[o.row]:this.view.from,t<0)%e.length,this.goToMatch(e[s]),this.atMatch=s,this.matched=this.selected,this.tellFound(s)},goToMatch(t){
let{model:e}=this,{spans:n}=e.overview,o=(n.start[t]+n.end[t])/2,s=this.view.to-this.view.from;(o<this.view.from||o>this.view.to)&&this.setView(o-s/2,o+s/2);let r=e.
laneOfG.get(n.g[t])??e.lanes.p.find(i=>i.key===n.p[t]),a=r?G(e.spans,r,o,0):-1;a>=0&&this.goToRow(r.rows[a],e.spans.start[r.rows[a]])},goToTime(t){t=Math.min(t,
this.extent);let n=this.view.to-this.view.from>=this.extent?this.extent/20:this.view.to-this.view.from;this.here=t,this.setView(t-n/2,t+n/2),this.redraw()}};function bl(t,e,n,o){
let s=0,r=t.length;for(;s<r;){let a=s+r>>1;e[t[a]]>=n?r=a:s=a+1}return o?(s-1+t.length)%t.length:s}var co={};R(co,{at:()=>io});function io(t,e,n){let{layout:o,model:s,view:r}=t,a=(r.to-r.from)/t.width,i=r.from+e*a;if(n<o.ceiling)return Ll(s,i,a);if(n>=o.bottom)return{kind:"counters",t:i};
let c=Ks(t,e,n);if(c)return{kind:"arrow",arrow:c};let l=Sl(t,n);if(!l)return null;let u=l.lane,f=n-et(t,l);if(u.kind==="group")return Ln(t,u,i);if(u.kind==="t")
return ss(t,u,i,f);if(f<=l.head){let p=Al(s,u,i,6*a);if(p>=0)return{kind:"mark",lane:u,mark:p,near:$l(s,u,p,2*a)}}let d=G(s.spans,u,i,2*a);return d<0?{kind:"gap",
lane:u,t:i,...vl(s,u,i)}:{kind:"span",lane:u,place:d,row:u.rows[d],t:i,hidden:Ml(s,u,d,a)}}function vl(t,e,n){let{spans:o}=t,s=e.rows,r=j(o,s,n);return{from:r>0?
o.end[s[r-1]]:0,to:r<s.length?o.start[s[r]]:t.duration}}function Ml(t,e,n,o){let{spans:s}=t,r=e.rows;if(s.dur[r[n]]>=o)return 1;let a=s.start[r[n]];return xe(s,
r,a+o,n)-n}function Sl({layout:t,scrollTop:e},n){let o=n<t.top||n>=t.top+t.viewport,s=o?t.pinned:t.lanes,r=n-t.top+(o?0:e),a=s[qt(s,r)];return a&&a.y<=r?a:null}
function Al(t,e,n,o){let s=-1,r=o;for(let a of e.marks){let i=Math.abs(t.marks.time[a]-n);if(i<=r&&([s,r]=[a,i]),t.marks.time[a]>n+o)break}return s}function $l(t,e,n,o){
let{marks:s}=t,r=0;for(let a of e.marks)s.kind[a]===s.kind[n]&&Math.abs(s.time[a]-s.time[n])<=o&&(r+=s.n[a]);return r}function Ll(t,e,n){let o=t.bands.filter(r=>r.
start-3*n<=e&&e<=r.end+3*n),s=o.find(r=>r.stw)||o[0];return s?{kind:"band",band:s}:null}function Br(t){let{canvas:e}=t.nodes,n=new Map,o=null,s=()=>{let[r,a]=[...n.values()];return{middle:(r+a)/2,width:Math.max(20,Math.abs(r-a))}};e.addEventListener(
"pointerdown",r=>{r.pointerType==="touch"&&(n.set(r.pointerId,r.clientX),n.size===2&&(t.pinching=!0,o={...s(),view:{...t.view}}))}),e.addEventListener("pointerm\
ove",r=>{n.has(r.pointerId)&&(n.set(r.pointerId,r.clientX),o&&n.size===2&&Tl(t,o,s()))});for(let r of["pointerup","pointercancel"])e.addEventListener(r,a=>{n.delete(
a.pointerId),o=null,n.size||setTimeout(()=>{t.pinching=!1})})}function Tl(t,{middle:e,width:n,view:o},s){let r=t.nodes.canvas.getBoundingClientRect(),a=l=>(l-r.
left)/r.width,i=o.from+a(e)*(o.to-o.from),c=(o.to-o.from)*(n/s.width);t.setView(i-c*a(s.middle),i+c*(1-a(s.middle)))}function Fr(t){let{canvas:e,scroll:n}=t.nodes;n.addEventListener("scroll",()=>{t.scrollTop=n.scrollTop,t.hideTip(),t.redraw()},{passive:!0}),e.addEventListener(
"wheel",o=>Il(t,o),{passive:!1}),e.addEventListener("pointerdown",o=>El(t,o)),e.addEventListener("pointermove",o=>zl(t,o)),e.addEventListener("pointerleave",()=>t.
hideTip()),e.addEventListener("dblclick",o=>t.zoom(.4,me(t,o))),t.nodes.map.addEventListener("pointerdown",o=>Pl(t,o)),Br(t)}function me(t,e){let n=t.nodes.canvas.
getBoundingClientRect();return(e.clientX-n.left)/n.width}var zr=(t,e)=>t.view.from+me(t,e)*(t.view.to-t.view.from);function Il(t,e){t.lastShare=me(t,e),e.ctrlKey||
e.metaKey?(e.preventDefault(),t.zoom(Math.exp(Math.max(-60,Math.min(60,e.deltaY))*.006),me(t,e))):(e.shiftKey||Math.abs(e.deltaX)>Math.abs(e.deltaY))&&(e.preventDefault(),
t.pan((e.deltaX||e.deltaY)/t.width))}var Nl=450;function Wr(t,e,n,o,s){let r=!1;t.setPointerCapture?.(e.pointerId);let a=c=>{c.pointerId!==e.pointerId||!r&&Math.
abs(c.clientX-e.clientX)<n||(r=!0,o(c))},i=c=>{if(c.pointerId===e.pointerId){t.removeEventListener("pointermove",a);for(let l of["pointerup","pointercancel"])t.
removeEventListener(l,i);s(c,r)}};t.addEventListener("pointermove",a);for(let c of["pointerup","pointercancel"])t.addEventListener(c,i)}function El(t,e){if(e.button!==
0)return;let n=zr(t,e),o={...t.view},s=Pr(t,e),r=e.shiftKey||e.pointerType==="touch";t.hideTip();let a=e.pointerType==="touch"&&setTimeout(()=>{t.dragging||t.pinching||
(r=!1,t.range={from:n,to:n,lanes:null,lane:null},t.redraw())},Nl);Wr(t.nodes.canvas,e,4,i=>{if(!t.pinching)if(t.dragging=!0,r){let c=(i.clientX-e.clientX)/t.width*
(o.to-o.from);t.setView(o.from-c,o.to-c)}else{let c=zr(t,i);t.range={from:Math.max(0,Math.min(n,c)),to:Math.min(t.model.duration,Math.max(n,c)),lanes:Ol(t,s,Pr(
t,i)),lane:qr(t,s)[0]??null},t.redraw()}},(i,c)=>{t.dragging=!1,clearTimeout(a),!t.pinching&&(!c&&i.type==="pointerup"?Rl(t,i):c&&!r&&t.range&&t.selectRange(t.range.
from,t.range.to,t.range.lanes,t.range.lane))})}function Pr(t,e){let n=e.clientY-t.nodes.canvas.getBoundingClientRect().top-t.layout.top;if(n<0||n>=t.layout.viewport)
return-1;let o=qt(t.layout.lanes,n+t.scrollTop);return o<t.layout.lanes.length?o:-1}function qr(t,e){let n=t.layout.lanes[e]?.lane;return n?.kind==="group"?n.folded?
n.lanes:[]:n?[n]:[]}function Ol(t,e,n){if(e<0||n<0||e===n)return null;let o=[];for(let s=Math.min(e,n);s<=Math.max(e,n);s++)o.push(...qr(t,s));return o.length?o:
null}function Gr(t,e){let n=t.nodes.canvas.getBoundingClientRect();return io(t,e.clientX-n.left,e.clientY-n.top)}function Rl(t,e){let n=Gr(t,e);n?.click?n.click():
n?.kind==="span"?t.select(n.lane,n.place):n?.kind==="mark"?t.selectMark(n):n?.kind==="arrow"?Xs(t,n.arrow):n?.kind==="band"?t.selectRange(n.band.start,n.band.end):
t.clear()}var Bl=new Set(["span","mark","band","arrow"]);function zl(t,e){if(t.lastShare=me(t,e),t.dragging)return;let n=Gr(t,e);t.nodes.canvas.style.cursor=n?.
click||Bl.has(n?.kind)?"pointer":"crosshair";let o=xn(t,n);if(!o)return t.hideTip();let{tip:s}=t.nodes;s.replaceChildren(o),s.hidden=!1;let r=s.offsetWidth,a=s.
offsetHeight;s.style.left=Math.max(4,e.clientX+16+r>innerWidth?e.clientX-r-12:e.clientX+16)+"px",s.style.top=Math.max(4,Math.min(e.clientY+16,innerHeight-a-6))+
"px"}function Pl(t,e){let{map:n}=t.nodes,o=c=>{let l=n.getBoundingClientRect();return(c.clientX-l.left)/l.width*t.extent},s=o(e),r={...t.view},a=r.to-r.from,i=a<
t.extent&&s>=r.from&&s<=r.to;Wr(n,e,3,c=>{let l=o(c);i?t.setView(r.from+l-s,r.to+l-s):t.setView(Math.min(l,s),Math.max(l,s))},(c,l)=>{!l&&!i&&t.setView(s-a/2,s+
a/2)})}var Dr={goToRow(t,e=null){e??=this.model.spans.start[t];let n=this.laneFor(t,e)||this.showLaneOf(t);if(!n)return;let o=G(this.model.spans,n,e,1/0);o>=0&&this.reach(
n,o)},laneFor(t,e){let{model:n,selected:o,layout:s}=this,r=new Map([...s.pinned,...s.lanes].map(({lane:i})=>[i.kind+i.key,i])),a=n.spans.state[t];for(let i of[o?.
lane.kind,"p","m","c","g"]){if(!i||i!=="g"&&a!==b&&a!==I)continue;let c=r.get(i+Fe(n,t,i,e));if(c)return c}},showLaneOf(t){let e=this.model.spans.g[t],n=this.model.
laneOfG.get(e);if(n)return this.found&&!this.found.has(e)&&this.search(""),this.shown.g||this.switchLanes("g",!0),n},reach(t,e){this.select(t,e),this.bringIntoView(
t,t.rows[e])},bringIntoView(t,e){this.reveal(t);let{view:n}=this,{start:o,end:s}=this.model.spans,r=n.to-n.from;if(s[e]<n.from+r*.02||o[e]>n.to-r*.02){let a=s[e]-
o[e]>r?o[e]+r*.4:(o[e]+s[e])/2;this.setView(a-r/2,a+r/2)}},stepGoroutine(t){if(!this.selected)return this.step(0);let e=ct(this.model,this.selected.row),n=e?.lane.
rows[e.place+t];n!==void 0&&this.goToRow(n)},stepLane(t){if(!this.selected)return this.step(0);let{lane:e,row:n}=this.selected,{lanes:o}=this.layout,{spans:s}=this.
model,r=Math.max(s.start[n],Math.min(s.end[n]-1,this.laneTime??s.start[n]));for(let a=o.findIndex(i=>i.lane===e)+t;a>=0&&a<o.length;a+=t)if(o[a].lane.rows?.length){
this.reach(o[a].lane,G(s,o[a].lane,r,1/0)),this.laneTime=r;return}},stepEnd(t){let e=this.selected?.lane||this.layout.lanes.find(n=>n.lane.rows.length)?.lane;e&&
this.reach(e,t?e.rows.length-1:0)},markRange(t){if(!this.selected)return;let{start:e,end:n}=this.model.spans,{row:o}=this.selected;if(t==="from"){this.markedFrom=
e[o],this.say(`Selection starts at ${M(e[o],1e3)}.`);return}let s=this.markedFrom??e[o];this.selectRange(Math.min(s,e[o]),Math.max(s,n[o]))}};var ql=["scroll","inner","view","gutter","canvas","tip","panel","map","map-canvas","window","find","found","range","menu","said","text","group","order","active",
"hidden","arrow-note","undo","redo","opening"],Gl=150,Tt=class{windows;undo;inTable;opening="";chart=null;map=null;lastShare=.5;dragging=!1;pinching=!1;arrowsDrawn=[];arrowsLeftOut=!1;chosenWakes=null;ids=null;matches=null;atMatch=-1;matched=null;onlyCounters=null;speaksFor=null;scales={};compact=!1;axis=!0;laneTime=null;markedFrom=null;constructor(e,n,{
room:o=.56,onlyCounters:s=null,compact:r=!1,axis:a=!0}={}){this.root=e,this.model=n,this.room=o,this.onlyCounters=s,this.compact=r,this.axis=a,this.extent=n.duration,
this.counts=Fo(n),this.view={from:0,to:this.extent},this.shown=Dl(n),this.usual={...this.shown},this.colourBy="goroutine",this.arranged=As(),this.filter=null,this.
found=null,this.here=null,this.selected=null,this.away=null,this.range=null,this.arrows={chain:!1,all:!1},this.scrollTop=0,this.redraws=0,this.lastRedrawMS=0,this.
labelBudget=500,this.font=getComputedStyle(document.body).fontFamily,this.listeners={view:[],draw:[],choice:[],settled:[]},this.nodes={legend:e.querySelector(".\
legend")};for(let i of ql)this.nodes[i]=e.querySelector(".tl-"+i);Zn(this),Fr(this),Ms(this),vr(this),new ResizeObserver(()=>this.canvasResized()).observe(this.
nodes.canvas),addEventListener("resize",()=>this.relayout()),ot(this),this.relayout(),this.on("view",()=>this.viewChanged())}viewChanged(){clearTimeout(this.viewTimer),
this.arranged.active&&(this.viewTimer=setTimeout(()=>this.relayout(),Gl))}on(e,n){this.listeners[e].push(n)}emit(e,n){for(let o of this.listeners[e])o(n)}get mask(){
return this.found&&this.filter.maskOf(this.model.part)}relayout(){this.layout=In(this),this.height=this.layout.height,this.resize()}resize(){let e=this.nodes;e.
scroll.style.height=this.height+"px",e.inner.style.height=this.height+Math.max(0,this.layout.total-this.layout.viewport)+"px",e.view.style.height=this.height+"p\
x",e.gutter.style.width=Nn(this)+"px",this.width=e.canvas.clientWidth,(this.chart.getWidth()!==this.width||this.chart.getHeight()!==this.height)&&this.chart.resize(),
this.map.getWidth()!==e["map-canvas"].clientWidth&&this.map.resize(),this.scrollTop=e.scroll.scrollTop,this.gridChanged=!0,kt(this),this.redraw()}canvasResized(){
Math.abs(this.nodes.canvas.clientWidth-this.width)>.5&&this.resize()}redraw(){this.pending||(this.pending=requestAnimationFrame(()=>{this.pending=0,this.draw()}))}draw(){
let e=performance.now();wr(this),Er(this),yr(this),kr(this),this.emit("draw",this),this.redraws++,this.lastRedrawMS=performance.now()-e}timeHere(){return this.view.
from+this.lastShare*(this.view.to-this.view.from)}hideTip(){this.nodes.tip.hidden=!0}themeChanged(){Zn(this),ot(this),this.relayout()}state(){let e=s=>s.lane.kind!==
"group",{arranged:n,layout:o}=this;return{from:this.view.from,to:this.view.to,duration:this.model.duration,lanes:Object.keys(this.shown).filter(s=>this.shown[s]).
join(""),colour:this.colourBy,laneCount:o.lanes.filter(e).length+o.pinned.length,visibleLanes:nt(this).filter(s=>e(o.lanes[s])).length+o.pinned.length,groups:o.
groups.map(s=>({title:s.title,lanes:s.lanes.length,folded:s.folded})),group:n.group,order:n.order,active:n.active,pins:n.pins,hidden:[...n.hidden],spans:this.model.
spans.start.length,redraws:this.redraws,lastRedrawMS:this.lastRedrawMS,scrollTop:this.scrollTop,found:this.found?this.found.size:null,matches:this.found?this.filter.
count:null,here:this.here,said:this.nodes.found.textContent,search:this.nodes.find.value,selected:this.selected?{g:this.model.gs.id[this.selected.g],row:this.selected.
row,lane:F(this.model,this.selected.lane)}:null,range:this.range&&{from:this.range.from,to:this.range.to,lanes:this.range.lanes?.map(s=>F(this.model,s))??null},
arrows:this.arrowsDrawn.length,tip:this.nodes.tip.hidden?"":this.nodes.tip.textContent}}};Object.assign(Tt.prototype,br,Ir,Dr,$s,Rr);function Dl({lanes:t}){return t.
p.length===0&&t.g.length>0?{p:!1,m:!1,g:!0,c:!1,t:!1}:{p:!0,m:!1,g:!1,c:t.c.length>0&&t.c.length<=16,t:!1}}var fo={};R(fo,{all:()=>Ur,near:()=>Ul});var je=new Map,lo=globalThis.IntersectionObserver&&new IntersectionObserver(t=>{for(let e of t)e.isIntersecting&&uo(e.target)},
{rootMargin:"500px 0px"});function uo(t){let e=je.get(t);je.delete(t),lo?.unobserve(t),e?.()}function Ul(t,e){je.set(t,e),lo?lo.observe(t):uo(t)}function Ur(){for(let t of[
...je.keys()])uo(t)}globalThis.addEventListener?.("beforeprint",Ur);var Hl={Timeline:Tt,link:qe,get current(){return Wn}};var ho=[],mo={timelines:null},Hr=t=>JSON.stringify([t.shown,t.colourBy,t.arrows.chain,t.arrows.all,t.arranged.group,t.arranged.order,t.nodes.find.value]);function jl([
t,...e]){let n=new Map(e.map(s=>[s,s.search.bind(s)]));for(let s of e)s.nodes.find=t.nodes.find,s.search=r=>t.search(r);let o=Hr(t);t.on("draw",()=>{let s=Hr(t);
if(s!==o){o=s;for(let r of e){r.shown={...t.shown},r.colourBy=t.colourBy;for(let a of["chain","all"])r.arrows[a]=t.arrows[a];for(let a of["group","order"])r.arranged[a]=
t.arranged[a];n.get(r)(t.nodes.find.value)}}})}function Vl(t,e){let[n,...o]=t;if(e){for(let[s,r]of t.entries())r.opening=Ts(r,e.views[s]);for(let s of o)Dt(s,s.
opening)}Es(n),n.undo=new Ge(n);for(let s of t)s.undo=n.undo,s.relayout()}function _l([t,...e]){t.root.classList.add("leads"),t.root.querySelector(".side-head").
after(h("div",{class:"toolbar own"},t.nodes.legend));for(let n of e)n.root.classList.add("follows")}var Kl=96;function Xl(t,e){let n=B("timelines"),o=t.map(s=>s.
querySelector(".tl-scroll"));return()=>{let s=n.offsetHeight-o.reduce((a,i)=>a+i.offsetHeight,0),r=(innerHeight-n.offsetTop-s-Lt)/t.length;return Math.max(Kl,Math.
floor(r)-1)+(e?0:Lt)}}function Yl(t,e,n){return t?{room:Xl(e,n),onlyCounters:t.counters,compact:!0,axis:n===0}:{room:Math.max(.34,.8/e.length)}}var jr=t=>y(Math.
pow(10,t)).replace(/(\d)\.0+ /,"$1 ");function Zl(t,e){let n=t.charts[e],o=B("chart-"+e),s=n.series||[],r=s.flatMap(u=>(u.data||[]).map(f=>f.value[0]));if(B("em\
pty-"+e).hidden=r.length>0,o.hidden=r.length===0,!r.length)return;o.style.height="260px";let a=echarts.init(o,Yt(),{renderer:"canvas"}),i=Math.min(...s.flatMap(
u=>(u.data||[]).map(f=>f.value[1]))),c=s.map((u,f)=>Y(f)),l=["solid","dashed","dotted",[8,3,2,3]];a.setOption(n),a.setOption({color:c,grid:{left:56,right:24,top:32,
bottom:28,outerBoundsMode:"none"},legend:{show:!0,left:52,top:0,itemWidth:26,itemHeight:8,textStyle:{color:w().text}},xAxis:[{min:Math.floor(Math.min(...r)),max:Math.
ceil(Math.max(...r)+1e-9),axisLabel:{formatter:jr}}],yAxis:[{min:Math.pow(10,Math.floor(Math.log10(i))),max:1,axisLabel:{formatter:u=>u>=.01?V(u):Number(u*100).
toPrecision(1)+"%"}}],series:s.map((u,f)=>({lineStyle:{width:2,color:c[f],type:l[f%l.length]},itemStyle:{color:c[f]}})),tooltip:{confine:!0,transitionDuration:0,
padding:0,borderWidth:0,className:"tip",backgroundColor:"transparent",extraCssText:"box-shadow:none",axisPointer:{type:"line",lineStyle:{color:w().muted}},formatter:u=>h(
"div",{},h("div",{class:"who"},h("b",{},jr(u[0].axisValue)+" or longer")),N(u.map(f=>[f.seriesName,V(f.value[1])])))}}),ho.push(a)}function Vr(t){for(let e of ho.
splice(0))e.dispose();for(let e of["latency","slices"])Zl(t,e)}async function Jl(){rr(echarts);let{page:t}=await _e(B("data").textContent),e=[...B("timelines").
querySelectorAll(":scope > .timeline")],n=[];for(let s of e.keys())n.push(yn(await _e(B("data-"+s).textContent)));rn(n,t.guide?.roles??an(n));let o=n.map((s,r)=>new Tt(
e[r],s,Yl(t.guide,e,r)));t.guide&&(o[0].speaksFor=n);for(let s of t.guide?.counters??[]){let r=Math.max(...o.map(a=>a.counts[s]?.max??0));for(let a of o)a.scales[s]=
r}Os(o[0]),qe(o),jl(o),_l(o),Vl(o,t.guide),zs(o),Eo(o),Vr(t),Mr(),addEventListener("resize",()=>ho.forEach(s=>s.resize())),sn(()=>{for(let s of o)s.themeChanged();
Vr(t)}),mo.timelines=o,document.body.dataset.ready="yes"}var Ql=()=>mo.timelines?.map(t=>t.state())??null;Jl().catch(t=>po("The timelines",t));return Zr(tu);})();
