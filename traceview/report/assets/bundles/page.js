var schedviz=(()=>{var lo=Object.defineProperty;var bc=Object.getOwnPropertyDescriptor;var xc=Object.getOwnPropertyNames;var vc=Object.prototype.hasOwnProperty;var X=(t,e)=>{for(var n in e)lo(t,n,{get:e[n],enumerable:!0})},Mc=(t,e,n,o)=>{if(e&&typeof e=="object"||typeof e=="function")for(let s of xc(e))!vc.call(t,s)&&s!==
n&&lo(t,s,{get:()=>e[s],enumerable:!(o=bc(e,s))||o.enumerable});return t};var $c=t=>Mc(lo({},"__esModule",{value:!0}),t);var Um={};X(Um,{colours:()=>gn,copy:()=>we,cores:()=>se,details:()=>bt,format:()=>O,groups:()=>Zt,hit:()=>Gs,lanes:()=>To,layout:()=>fs,lazy:()=>Ne,model:()=>Be,
state:()=>qm,states:()=>$o,steps:()=>So,theme:()=>N,timeline:()=>Fm,totals:()=>Le,wakes:()=>tn});var Ac={f64:Float64Array,i32:Int32Array,u8:Uint8Array};function uo(t){if(Uint8Array.fromBase64)return Uint8Array.fromBase64(t);let e=atob(t),n=new Uint8Array(e.
length);for(let o=0;o<e.length;o++)n[o]=e.charCodeAt(o);return n}async function Sc(t){let e=new Blob([t]).stream().pipeThrough(new DecompressionStream("gzip"));
return new Uint8Array(await new Response(e).arrayBuffer())}function Lc(t,e,n,o){let s=e,r=0;for(let a=0;a<n.length;a++){let c=t[s++],i=c&127;for(let u=128;c>127;u*=
128)c=t[s++],i+=(c&127)*u;let l=i%2===0?i/2:-(i+1)/2;n[a]=r=o?r+l:l}return n}function Cc(t){let e=String.fromCharCode(...t.subarray(0,4));if(e!=="SVZ1")throw new Error(
"the page’s data is damaged: it begins with "+JSON.stringify(e));let n=new DataView(t.buffer,t.byteOffset).getUint32(4,!0),o=JSON.parse(new TextDecoder().decode(
t.subarray(8,8+n))),s={};for(let r of o.columns)s[r.name]=Lc(t,8+n+r.offset,new Ac[r.type](r.count),r.delta);return{page:o.page,strings:o.strings,cols:s}}var Te=async t=>Cc(
await Sc(t)),_s=t=>Te(uo(t.trim()));function f(t,e,...n){let o=document.createElement(t);for(let[s,r]of Object.entries(e||{}))s==="class"?o.className=r:s.startsWith("on")?o.addEventListener(s.slice(
2),r):s.startsWith("aria-")||s==="role"?o.setAttribute(s,r):s==="style"?Object.assign(o.style,r):o[s]=r;return o.append(...n.flat().filter(s=>s!=null&&s!==!1)),
o}var k=t=>document.getElementById(t),F=t=>f("span",{class:"swatch",style:{background:t}}),v=(t,e,n)=>f("button",{class:"link",type:"button",onclick:e,title:n||
""},t);function qs(t,e){let n=k("failure");throw n.textContent=`${t} could not be drawn: ${e&&e.message?e.message:e}`,n.hidden=!1,e}var N={};X(N,{byIndex:()=>nt,chrome:()=>b,contrast:()=>po,echartsTheme:()=>Ie,family:()=>ce,force:()=>dn,ink:()=>ct,mark:()=>ft,markGlyph:()=>mt,markKinds:()=>wo,
markLabel:()=>yt,markShort:()=>ne,mix:()=>Bt,mode:()=>st,onChange:()=>yo,state:()=>I,wait:()=>ht,waitKinds:()=>mn});var U=[],ho=new Map,fo=new Map;function un(t){t.preempts&&U.splice(0,U.length,...t.preempts.map(e=>e.name));for(let e of t.preempts||[])ho.set(e.name,e);for(let e of t.
reasons)fo.set(e.reason,e)}var Us=t=>ho.get(t)?.short??t,js=t=>ho.get(t)?.label??t,Ds=t=>fo.get(t)?.family??"other",Hs=t=>fo.get(t)?.ender??"runtime";var Tc={light:["#4457c8","#c87816","#1b9488","#c4457c","#7f899b","#808c14","#7b5cc4","#d2603f","#3580c8","#8a6a2c","#2b9455","#ab78c6"],dark:["#7385f0","#e8a04a",
"#35b8a8","#dc6a9a","#98a2b4","#b4c04a","#9b80e0","#e07a5c","#5ca8ee","#b08d4a","#4cb878","#caa2de"]},Vs={light:{open:"#8a94a6",unknown:"#c3c8d0",runnable:"#448\
1dc",running:"#289051",waiting:"#c96d3c",syscall:"#8a5cc4",idle:"#b4bac4",heap:"#8a94a6",queued:"#4f8ae0","idle Ps":"#b4bac4",spinning:"#8a5cc4"},dark:{open:"#8\
a94a6",unknown:"#5a6270",runnable:"#5c96ea",running:"#45b573",waiting:"#d98a60",syscall:"#a37de0",idle:"#666e7c",heap:"#8a94a6",queued:"#5c96ea","idle Ps":"#666\
e7c",spinning:"#a37de0"}},mn=[{name:"runtime",light:"#868e9b",dark:"#6b7380",dash:[2,8]},{name:"chan receive",light:"#cc6836",dark:"#dd8a5e",dash:[8,3]},{name:"\
chan send",light:"#b8502e",dark:"#c96a48",dash:[4,3]},{name:"select",light:"#b07a18",dark:"#e0ac58",dash:[10,3,2,3]},{name:"sync",light:"#cc4b4b",dark:"#dc6a6a",
dash:[]},{name:"sleep",light:"#a97c54",dark:"#b58e6c",dash:[2,4]},{name:"network",light:"#c8667d",dark:"#d98fa0",dash:[16,4]},{name:"other",light:"#c96d3c",dark:"\
#d98a60",dash:[10,2,3,2,3,2]}],go={async:{light:"#c81e2b",dark:"#ff6b70",glyph:"▼"},cooperative:{light:"#1f5fc8",dark:"#7ab0ff",glyph:"△"},stw:{light:"#e016\
1c",dark:"#ff5a5f",glyph:"■"},suspend:{light:"#7a3fc0",dark:"#b48af0",glyph:"●"},gosched:{light:"#0f8277",dark:"#4fd0c0",glyph:"◇"},mutex_handoff:{light:"\
#a86500",dark:"#e0a950",glyph:"▷"},unknown:{light:"#69727f",dark:"#a0a8b4",glyph:"✕"}},Ys={light:{text:"#1b2430",muted:"#667085",line:"#e4e7ec",track:"#f3f5\
f8",panel:"#ffffff",dim:"#dfe3e9",gc:"#9b6bd3",stw:"#e0161c",accent:"#3355cc",led:"#3355cc",caused:"#a3420f",ramp:["#f3f5f8","#3355cc"]},dark:{text:"#e6e9ee",muted:"\
#98a2b3",line:"#2b323d",track:"#1c222b",panel:"#14181f",dim:"#333b47",gc:"#b48af0",stw:"#ff5a5f",accent:"#8ea6ff",led:"#8ea6ff",caused:"#ffb27a",ramp:["#1c222b",
"#8ea6ff"]}},fn=globalThis.matchMedia?matchMedia("(prefers-color-scheme: dark)"):{matches:!1},Ks=null,Zs=fn.matches?"dark":"light";fn.addEventListener?.("change",
()=>{Zs=fn.matches?"dark":"light"});var st=()=>Ks||Zs,Js=[],Qs=()=>Js.forEach(t=>t());fn.addEventListener?.("change",Qs);function dn(t){let e=st();Ks=t,st()!==e&&
Qs()}var nt=t=>Tc[st()][(t%12+12)%12],Ic=new Map(mn.map(t=>[t.name,t])),ce=t=>Ic.get(Ds(t)),ht=t=>ce(t)[st()];function Xs(t){let e=parseInt(t.slice(1),16),[n,o,
s]=[e>>16,e>>8&255,e&255].map(r=>r<=10?r/255/12.92:((r/255+.055)/1.055)**2.4);return .2126*n+.7152*o+.0722*s}function po(t,e){let[n,o]=[Xs(t),Xs(e)];return(Math.
max(n,o)+.05)/(Math.min(n,o)+.05)}var mo=new Map;function ct(t){return mo.has(t)||mo.set(t,po(t,"#000000")>po(t,"#ffffff")?"#000000":"#ffffff"),mo.get(t)}function Bt(t,e,n){
let o=s=>{let r=parseInt(t.slice(1),16)>>s&255,a=parseInt(e.slice(1),16)>>s&255;return Math.round(r+(a-r)*n).toString(16).padStart(2,"0")};return"#"+o(16)+o(8)+
o(0)}function Ie(){let t=Ys[st()],e={axisLine:{lineStyle:{color:t.line}},axisTick:{lineStyle:{color:t.line}},axisLabel:{color:t.muted,fontSize:11},splitLine:{lineStyle:{
color:t.line}}};return{backgroundColor:"transparent",textStyle:{fontFamily:getComputedStyle(document.body).fontFamily,color:t.text},categoryAxis:e,valueAxis:e,logAxis:e}}
var I=t=>Vs[st()][t]||Vs[st()].unknown,ft=t=>go[t][st()],yt=js,ne=Us,mt=t=>go[t].glyph,wo=Object.keys(go),b=()=>Ys[st()],yo=t=>Js.push(t);var ko=100;function Oc(t){document.documentElement.classList.add("printing"),dn("light"),tr(t);for(let e of document.querySelectorAll(".chart"))Ec([...e.querySelectorAll(
"canvas")])}function Ec(t){let e=t.pop();if(!t.length)return;let n=e.getContext("2d");n.save(),n.setTransform(1,0,0,1,0,0),n.globalCompositeOperation="destinati\
on-over";for(let o of t.reverse())n.drawImage(o,0,0);n.restore()}function Pc(t){document.documentElement.classList.remove("printing"),dn(null),tr(t)}function tr(t){
for(let e of t)e.relayout(),e.draw();for(let e of document.querySelectorAll(".chart")){let n=echarts.getInstanceByDom(e);n?.resize(),n?.getZr().flush()}for(let e of document.
querySelectorAll(".virtual-box"))e.dispatchEvent(new Event("scroll"));for(let e of document.querySelectorAll(".list"))e.list?.draw()}var bo=()=>document.documentElement.
classList.contains("printing");function er(t){addEventListener("beforeprint",()=>Oc(t)),addEventListener("afterprint",()=>Pc(t))}var O={};X(O,{baseName:()=>_t,bytes:()=>Gt,count:()=>y,duration:()=>w,ends:()=>xo,moment:()=>M,percent:()=>C,plural:()=>S,short:()=>Ee,shortFunc:()=>A,ticks:()=>Oe});
var or=[["s",1e9],["ms",1e6],["µs",1e3]],Nc=[["G",1e9],["M",1e6],["k",1e3]],Bc=[["GB",1e9],["MB",1e6],["kB",1e3]];function sr(t,e){let n=10**e,o=Math.floor(t*n);
return t*n-o===.5&&Number.isInteger(t*2**(e+1))?((o+o%2)/n).toFixed(e):t.toFixed(e)}function rr(t){return sr(t,Math.max(0,2-Math.floor(Math.log10(Math.max(t,1)*
1.0005))))}function w(t){if(t<0)return"-"+w(-t);for(let[e,n]of or)if(t>=.9995*n)return rr(t/n)+" "+e;return Math.round(t)+" ns"}function M(t,e,n=t){if(t===0)return"\
0";let[o,s]=or.find(([,a])=>Math.abs(n)>=a)||["ns",1],r=Math.max(0,Math.ceil(-Math.log10(Math.max(e,1)/s)-1e-9));return(t/s).toFixed(Math.min(r,9))+" "+o}function Oe(t,e,n){
let o=(e-t)/Math.max(1,n/110),s=Math.pow(10,Math.floor(Math.log10(o))),r=Math.max(1,s*(o/s<=1?1:o/s<=2?2:o/s<=5?5:10)),a=[];for(let c=Math.ceil(t/r)*r;c<=e;c+=r)
a.push(c);return{step:r,at:a}}var y=t=>String(Math.round(t)).replace(/\B(?=(\d{3})+(?!\d))/g,",");function Ee(t){for(let[e,n]of Nc)if(t>=n)return Number((t/n).toPrecision(
3))+" "+e;return String(t)}function Gt(t){for(let[e,n]of Bc)if(t>=.9995*n)return rr(t/n)+" "+e;return t+" B"}function C(t){return t>0&&t<.01?"<1%":t<1&&t>.99?">\
99%":sr(t*100,0)+"%"}function A(t){let e=t.indexOf("["),n=e<0?t:t.slice(0,e);return t.slice(n.lastIndexOf("/")+1)}function xo(t){let[e]=/(\.[^.()[\]]+)?(\.(func|gowrap|deferwrap)?\d+)*(\[[^\][]*\])?$/.
exec(t)||[""];return[t.slice(0,t.length-e.length),e]}var _t=t=>t.slice(Math.max(t.lastIndexOf("/"),t.lastIndexOf("\\"))+1),S=(t,e)=>y(t)+" "+e+(t===1?"":"s");var Ne={};X(Ne,{all:()=>ar,near:()=>Pe});var pn=new Map,vo=globalThis.IntersectionObserver&&new IntersectionObserver(t=>{for(let e of t)e.isIntersecting&&Mo(e.target)},
{rootMargin:"500px 0px"});function Mo(t){let e=pn.get(t);pn.delete(t),vo?.unobserve(t),e?.()}function Pe(t,e){pn.set(t,e),vo?vo.observe(t):Mo(t)}function ar(){for(let t of[
...pn.keys()])Mo(t)}globalThis.addEventListener?.("beforeprint",ar);var bt={};X(bt,{chain:()=>Fe,coreFacts:()=>Re,facts:()=>H,head:()=>In,merged:()=>ze,onLane:()=>de,spanFacts:()=>On,tooltip:()=>Ro});var gn={};X(gn,{colourOf:()=>zt,functionsOf:()=>Rc,giveRoles:()=>zc});function zt({model:{gs:t,roles:e},colourBy:n},o){if(n!=="function")return nt(t.id[o]??0);if(!e)return nt(t.func[o]??0);let s=e.ofFunc.get(t.func[o]);return s===
void 0?I("idle"):nt(s)}function zc(t,e){for(let n of t){let o=new Map(n.strings.map((r,a)=>[r,a])),s=new Map;e.forEach(({funcs:r},a)=>r.forEach(c=>o.has(c)&&s.set(
o.get(c),a))),n.roles={names:e.map(r=>r.name),ofFunc:s}}}function Rc(t){return[...new Set(t.flatMap(n=>Array.from(n.gs.func,o=>n.strings[o])))].sort().map(n=>({
name:"",funcs:[n]}))}var P={};X(P,{core:()=>et,flame:()=>oe,frame:()=>Z,g:()=>kt,group:()=>pt,heat:()=>wn,lane:()=>gt,log:()=>B,mark:()=>lt,other:()=>qt,queue:()=>At,range:()=>rt,region:()=>q,
sample:()=>le,site:()=>Ut,span:()=>j,stack:()=>Y,table:()=>z,task:()=>dt});var kt={id:"g.id",func:"g.func",system:"g.system",parent:"g.parent",created:"g.create\
d"},j={start:"span.start",dur:"span.dur",g:"span.g",m:"span.m",p:"span.p",stack:"span.stack",waker:"span.waker",n:"span.n",reason:"span.reason",state:"span.stat\
e",preempt:"span.preempt",idle:"span.idle",oncore:"span.oncore"},lt={time:"mark.time",g:"mark.g",m:"mark.m",p:"mark.p",stack:"mark.stack",n:"mark.n",kind:"mark.\
kind"},rt={name:"range.name",start:"range.start",dur:"range.dur",g:"range.g",p:"range.p",n:"range.n",busy:"range.busy"},dt={id:"task.id",parent:"task.parent",type:"\
task.type",start:"task.start",end:"task.end",open:"task.open"},q={task:"region.task",type:"region.type",g:"region.g",start:"region.start",end:"region.end",open:"\
region.open"},B={time:"log.time",g:"log.g",task:"log.task",category:"log.category",message:"log.message"},pt={func:"group.func",others:"group.others",goroutines:"\
group.goroutines",lanes:"group.lanes",running:"group.running",runnable:"group.runnable"},le={time:"sample.time",name:"sample.name",value:"sample.value"},et={key:"\
core.key",count:"core.count",start:"core.start",dur:"core.dur",m:"core.m",other:"core.other",n:"core.n",left:"core.left",idle:"core.idle"},qt={id:"other.id",process:"\
other.process",name:"other.name",traced:"other.traced"},At={time:"queue.time",global:"queue.global",ps:"queue.ps",local:"queue.local",idle:"queue.idle",spinning:"\
queue.spinning",threads:"queue.threads"},z={id:"table.id",func:"table.func",parent:"table.parent",ended:"table.ended",life:"table.life",running:"table.running",
runnable:"table.runnable",waiting:"table.waiting",syscall:"table.syscall",runs:"table.runs",maxSlice:"table.maxSlice",maxLatency:"table.maxLatency",preempted:"t\
able.preempted",migrations:"table.migrations",endState:"table.endState",endReason:"table.endReason",system:"table.system"},wn={utilisation:"heat.utilisation",cores:"\
heat.cores"},gt={g:{key:"lane.g.key",count:"lane.g.count",rows:"lane.g.rows"},p:{key:"lane.p.key",count:"lane.p.count",rows:"lane.p.rows"},m:{key:"lane.m.key",count:"\
lane.m.count",rows:"lane.m.rows"}},Y={len:"stack.len",frames:"stack.frames"},Z={func:"frame.func",file:"frame.file",line:"frame.line",whose:"frame.whose"},Ut={stack:{
len:"site.stack.len",frames:"site.stack.frames"},frame:{func:"site.frame.func",file:"site.frame.file",line:"site.frame.line",whose:"site.frame.whose"}},oe={blocking:{
depth:"flame.blocking.depth",name:"flame.blocking.name",frame:"flame.blocking.frame",total:"flame.blocking.total",count:"flame.blocking.count"},ready:{depth:"fl\
ame.ready.depth",name:"flame.ready.name",frame:"flame.ready.frame",total:"flame.ready.total",count:"flame.ready.count"},syscalls:{depth:"flame.syscalls.depth",name:"\
flame.syscalls.name",frame:"flame.syscalls.frame",total:"flame.syscalls.total",count:"flame.syscalls.count"},samples:{depth:"flame.samples.depth",name:"flame.sa\
mples.name",frame:"flame.samples.frame",total:"flame.samples.total",count:"flame.samples.count"}};var $o={};X($o,{RUNNABLE:()=>R,RUNNING:()=>L,SYSCALL:()=>W,WAITING:()=>T,preempts:()=>U,states:()=>at});var at=["unknown","runnable","running","waiting","syscal\
l","dead"],R=1,L=2,T=3,W=4;var So={};X(So,{byPixel:()=>Ao,fromSeries:()=>he,fromSpans:()=>ue,levelAt:()=>jt,steps:()=>fe});function ue(t,e,n){let o=[],s=[];for(let h of t)for(let m of h.rows)
n!==null&&e.state[m]!==n||(o.push(e.start[m]),s.push(e.end[m]));let r=Float64Array.from(o).sort(),a=Float64Array.from(s).sort(),c=new Float64Array(r.length*2),i=new Float64Array(
r.length*2),l=0,u=0;for(let h=0,m=0;m<a.length;){let g=h<r.length&&r[h]<a[m],d=g?r[h++]:a[m++];u+=g?1:-1,l>0&&c[l-1]===d&&l--,c[l]=d,i[l++]=u}return fe(c.subarray(
0,l),i.subarray(0,l))}function he(t,e){return fe(Float64Array.from(e,(n,o)=>t.start+o*t.step),Float64Array.from(e))}function fe(t,e){let n=new Float64Array(t.length);
for(let o=1;o<t.length;o++)n[o]=n[o-1]+e[o-1]*(t[o]-t[o-1]);return{time:t,level:e,area:n,max:e.reduce((o,s)=>Math.max(o,s),0)}}function cr(t,e){let n=0,o=t.time.
length;for(;n<o;){let s=n+o>>1;t.time[s]<=e?n=s+1:o=s}return n-1}var jt=(t,e)=>t.level[cr(t,e)]??0;function ir(t,e,n){return e<0?0:t.area[e]+t.level[e]*(n-t.time[e])}
function Ao(t,e,n,o){let s=new Float32Array(o),r=new Float32Array(o),a=(n-e)/o,c=cr(t,e);for(let i=0;i<o;i++){let l=e+i*a,u=l+a;for(;c+1<t.time.length&&t.time[c+
1]<=l;)c++;let h=ir(t,c,l),m=t.level[c]??0;for(;c+1<t.time.length&&t.time[c+1]<u;)m=Math.max(m,t.level[++c]);r[i]=m,s[i]=(ir(t,c,u)-h)/a}return{mean:s,max:r}}var Lo=1e7;function yn(t){let{page:e,lanes:n,spans:o}=t,s=t.part.resolution===0&&t.part.complete,r=Fc(t),a=Wc(t);if(!s){let c=e.series;return{exact:s,heap:r,...a,
runnable:he(c,c.runnable),running:he(c,c.running)}}return{exact:s,heap:r,...a,runnable:ue(n.g,o,R),running:ue(n.g,o,L)}}function Fc({cols:t,strings:e,page:n}){let o=[];
for(let s=0;s<t[le.time].length;s++)e[t[le.name][s]]==="/memory/classes/heap/objects:bytes"&&o.push(s);return o.length<3||!n.stat.gc.cycles?null:fe(Float64Array.
from(o,s=>t[le.time][s]),Float64Array.from(o,s=>t[le.value][s]))}function Wc(t){let e=t.cols,n=e[At.time];if(!n||!n.length)return{};t.queues=Array.from(n,()=>null);
for(let s=0,r=0;s<n.length;r+=e[At.ps][s++]){let a=Array.from(e[At.local].subarray(r,r+e[At.ps][s]));t.queues[s]={time:n[s],global:e[At.global][s],local:a,idle:e[At.
idle][s],spinning:e[At.spinning][s],threads:e[At.threads][s]}}let o=s=>{let r=[],a=[];return t.queues.forEach((c,i)=>{r.push(c.time),a.push(s(c)),n[i+1]<=c.time+
1.5*Lo||(r.push(c.time+Lo),a.push(0))}),fe(Float64Array.from(r),Float64Array.from(a))};return{queued:o(s=>s.global+s.local.reduce((r,a)=>r+a,0)),"idle Ps":o(s=>s.
idle),spinning:o(s=>s.spinning)}}function lr(t,e){let n=t.queues||[],o=n.length-1;for(;o>=0&&n[o].time>e;)o--;return o>=0&&e-n[o].time<=1.5*Lo?n[o]:null}var se={};X(se,{at:()=>me,build:()=>Oo,isRunning:()=>Po,left:()=>vn,offCore:()=>No,parts:()=>Eo});var To={};X(To,{at:()=>V,cut:()=>xn,firstEndingAfter:()=>it,firstStartingAt:()=>bn});function it(t,e,n){let o=0,s=e.length;for(;o<s;){let r=o+s>>1;t.end[e[r]]>n?s=r:o=r+1}return o}function bn(t,e,n,o){let s=o;for(let r=1;s<e.length&&t.start[e[s]]<
n;r*=2)o=s+1,s+=r;for(s=Math.min(s,e.length);o<s;){let r=o+s>>1;t.start[e[r]]>=n?s=r:o=r+1}return o}var kn={sums:new WeakMap,onCore:new WeakMap};function ur(t,e){
let n=kn.sums.get(e.rows);if(n)return n;let o=new Float64Array(e.rows.length+1);for(let s=0;s<e.rows.length;s++){let r=e.rows[s],a=e.kind!=="g"||t.state[r]===L;
o[s+1]=o[s]+(a?t.dur[r]-t.idle[r]:0)}return kn.sums.set(e.rows,o),o}function Gc(t,e){let n=kn.onCore.get(e.rows);if(n)return n;let o=ur(t,e),s=new Float64Array(
o.length);for(let r=0;r<e.rows.length;r++){let a=t.oncore?t.oncore[e.rows[r]]:-1;s[r+1]=s[r]+(o[r+1]-o[r])*(a<0?1:a/1e3)}return kn.onCore.set(e.rows,s),s}function _c(t,e,n,o){
let s=Math.max(1,Math.floor((o-n)/16)),r=e[n];for(let a=n+s;a<o;a+=s)t.dur[e[a]]>t.dur[r]&&(r=e[a]);return r}function qc(t,e,n){let o=e,s=n;for(;o<s;){let r=o+s>>
1;t[r+1]>t[e]?s=r:o=r+1}return o}function xn(t,e,n,o,s,r,a=null){let c=e.rows,i=(o-n)/s,l=d=>(d-n)/i,u=ur(t,e),h=Gc(t,e),m=(d,p)=>u[p]>u[d]?(h[p]-h[d])/(u[p]-u[d]):
1,g=it(t,c,n);for(;g<c.length;){let d=c[g];if(t.start[d]>=o)return;if(t.end[d]-t.start[d]>=i){let $=t.n[d]>1;r(Math.max(l(t.start[d]),-1),Math.min(l(t.end[d]),s+
1),d,$?1-t.idle[d]/t.dur[d]:1,$,m(g,g+1)),g++;continue}let p=Math.floor(l(t.start[d])+1e-6),x=Math.max(g+1,bn(t,c,n+(p+1)*i,g));x-1>g&&t.dur[c[x-1]]>=i&&x--,r(p,
p+1,a&&a[x]>a[g]?c[qc(a,g,x)]:_c(t,c,g,x),Math.min(1,(u[x]-u[g])/i),!0,m(g,x)),g=x}}function V(t,e,n,o){let s=e.rows,r=it(t,s,n);if(r<s.length&&t.start[s[r]]<=n)
return r;let a=r<s.length?t.start[s[r]]-n:1/0,c=r>0?n-t.end[s[r-1]]:1/0;return Math.min(a,c)>o?-1:a<c?r:r-1}var Uc=new Int32Array(0),vn=["","","preempted","blocked","exited"];function Oo(t,e,n){let o=n[et.key];if(!o||!o.length)return;e.onCore=t.threads.length?Array.from(
t.threads,()=>({start:[],end:[],core:[],left:[]})):[],e.others=Array.from(n[qt.id],(a,c)=>({id:a,process:n[qt.process][c],name:t.strings[n[qt.name][c]],traced:!!n[qt.
traced][c]}));let s=new Io(e.spans),r=new Map(t.lanes.c.map(a=>[a.key,a]));for(let a=0,c=0;a<o.length;c+=n[et.count][a++]){let i=s.base+s.length;for(let u=c;u<c+
n[et.count][a];u++)jc(t,e,s,o[a],n,u);let l=Int32Array.from({length:s.base+s.length-i},(u,h)=>i+h);e.lanes.set(r.get(o[a]),{rows:l,marks:[],under:[]})}for(let a of e.
onCore)Dc(a);s.append(e.spans)}function jc(t,e,n,o,s,r){let a=s[et.m][r],c=s[et.start][r],i=c+s[et.dur][r],l={core:o,m:a,other:s[et.other][r],left:s[et.left][r],
n:s[et.n][r],idle:s[et.idle][r]};if(a<0)return n.add(c,i,-1,l);let u=e.onCore[a];u.start.push(c),u.end.push(i),u.core.push(o),u.left.push(l.left);let h=e.lanes.
get(t.lanes.m[a])?.rows||Uc,{spans:m}=e,g=it(m,h,c);if(l.n>1){let p=g<h.length&&m.start[h[g]]<i?h[g]:-1;return n.add(c,i,p,l)}let d=c;for(;g<h.length&&m.start[h[g]]<
i;g++){let p=h[g],x=Math.max(d,m.start[p]),$=Math.min(i,m.end[p]);x>d&&n.add(d,x,-1,l),$>x&&n.add(x,$,p,l),d=Math.max(d,$)}(i>d||i===c)&&n.add(d,i,-1,l)}function Dc(t){
let e=t.start.map((n,o)=>o).sort((n,o)=>t.start[n]-t.start[o]);for(let n of["start","end","core","left"])t[n]=Float64Array.from(e,o=>t[n][o])}var Io=class{constructor(e){
this.spans=e,this.base=e.start.length,this.length=0,this.cols={start:[],end:[],from:[],core:[],m:[],other:[],left:[],n:[],idle:[]}}add(e,n,o,s){let r=this.cols;
r.start.push(e),r.end.push(n),r.from.push(o);for(let a of["core","m","other","left","n","idle"])r[a].push(s[a]);this.length++}append(e){let{cols:n,base:o,length:s}=this,
r=(i,l)=>{let u=new i.constructor(o+s);u.set(i);for(let h=0;h<s;h++)u[o+h]=l(h);return u},a=(i,l)=>r(e[i],u=>n.from[u]<0?l:e[i][n.from[u]]),c={start:r(e.start,i=>n.
start[i]),end:r(e.end,i=>n.end[i]),dur:r(e.dur,i=>n.end[i]-n.start[i]),g:a("g",-1),p:a("p",-1),stack:a("stack",0),reason:a("reason",0),state:a("state",0),m:r(e.
m,i=>n.m[i]),n:r(e.n,i=>n.n[i]),idle:r(e.idle,i=>n.idle[i]),waker:r(e.waker,()=>-1),preempt:r(e.preempt,()=>0),oncore:r(e.oncore,()=>1e3)};c.core=r(new Int32Array(
o).fill(-1),i=>n.core[i]),c.other=r(new Int32Array(o).fill(-1),i=>n.other[i]),c.left=r(new Uint8Array(o),i=>n.left[i]),Object.assign(e,c)}};function me(t,e,n){let o=t.
onCore?.[e];if(!o||!o.start.length)return null;let s=0,r=o.start.length;for(;s<r;){let c=s+r>>1;o.start[c]<=n?s=c+1:r=c}let a=s-1;return a>=0&&n<o.end[a]?{core:o.
core[a],since:o.start[a],until:o.end[a]}:{core:-1,why:a>=0?vn[o.left[a]]:"",since:a>=0?o.end[a]:0,until:s<o.start.length?o.start[s]:t.duration}}function Eo(t,e,n,o){
let{spans:s}=t,r=t.onCore[s.m[e]];if(!r)return;let a=(n.to-n.from)/n.width,c=Math.max(s.start[e],n.from),i=Math.min(s.end[e],n.to),l=-1,u=0,h=()=>{u>0&&o(l,l+1,
Math.min(1,u)),u=0},m=0,g=r.end.length;for(;m<g;){let d=m+g>>1;r.end[d]>c?g=d:m=d+1}for(let d=m;d<r.start.length&&r.start[d]<i;d++){let p=(Math.max(c,r.start[d])-
n.from)/a,x=(Math.min(i,r.end[d])-n.from)/a;if(x-p>=1){h(),o(p,x,1);continue}let $=Math.floor(p);$!==l&&h(),l=$,u+=x-p}h()}var Po=(t,e)=>t.spans.state[e]===L;function No(t,e){
let n=t.spans.oncore[e];return n<0?null:t.spans.dur[e]*(1-n/1e3)}var Be={};X(Be,{build:()=>zo,gFunc:()=>G,gName:()=>E,laneID:()=>ut,laneName:()=>J,stackOf:()=>St});var Hc=64,Vc=200;function hr(t){let{cols:e,strings:n,duration:o}=t,s=new Map,r=(c,i,l)=>{let u=n[e[P[c].type][i]]||"(no type)",h=e[P[c].end][i],m=c+"/"+u,g=u;!s.
has(m)&&s.size>=Vc&&([m,g]=[c+"/",`other ${c}s`]),s.has(m)||s.set(m,{kind:"t",what:c,key:m,name:g,boxes:[],levels:1,rows:new Int32Array(0),marks:[],under:[]}),s.
get(m).boxes.push({what:c,name:u,start:Math.max(0,e[P[c].start][i]),end:h<0?o:h,open:!!e[P[c].open][i],...l})};for(let c=0;c<e[dt.type].length;c++)r("task",c,{id:e[dt.
id][c],parent:e[dt.parent][c],g:-1,task:e[dt.id][c]});for(let c=0;c<e[q.type].length;c++)r("region",c,{g:t.byID.get(e[q.g][c])??-1,task:e[q.task][c]});let a=[...s.
values()].sort((c,i)=>i.what.localeCompare(c.what)||c.name.localeCompare(i.name));for(let c of a)Xc(c);t.lanes.t=a,t.logs=Yc(t)}function Xc(t){t.boxes.sort((n,o)=>n.
start-o.start||o.end-n.end);let e=[];for(let n of t.boxes){let o=e.findIndex(s=>s<=n.start);o<0&&(o=Math.min(e.length,Hc-1)),e[o]=Math.max(e[o]??0,n.end),n.level=
o}t.levels=Math.max(1,e.length)}function Yc({cols:t,strings:e}){let n=new Map;for(let o=0;o<t[B.time].length;o++){let s=[e[t[B.category][o]],e[t[B.message][o]]].
filter(Boolean).join(": "),r=t[B.task][o];n.has(r)||n.set(r,[]),n.get(r).push({time:t[B.time][o],text:s,g:t[B.g][o]})}return n}var Zc={rows:new Int32Array(0),marks:[],under:[]};function Mn(t,e,{from:n,to:o,resolution:s,resolutions:r,complete:a,groupStep:c}){let i={from:n,to:o,resolution:s,
resolutions:r,complete:a,spans:Jc(e),lanes:new Map,groups:Qc(t,e,n,c),onCore:null,others:[]},{p:l,m:u}=t.lanes,h={p:new Map(l.map(m=>[m.key,m])),m:new Map(u.map(
m=>[m.key,m])),g:t.laneOfG};for(let m of["p","m","g"])tl(i,m,h[m],e);return el(i,t,h.p,e),nl(i,t,e),Oo(t,i,e),i}function $n(t,e){let{spans:n,marks:o,bands:s,onCore:r,
others:a}=e;Object.assign(t,{part:e,spans:n,marks:o,bands:s,onCore:r,others:a});for(let c of Object.values(t.lanes))for(let i of c)Object.assign(i,e.lanes.get(i)||
Zc)}function Jc(t){let e=t[j.start],n=t[j.dur];return{start:e,dur:n,end:e.map((o,s)=>o+n[s]),g:t[j.g],m:t[j.m],p:t[j.p],stack:t[j.stack],waker:t[j.waker],n:t[j.
n],reason:t[j.reason],state:t[j.state],preempt:t[j.preempt],idle:t[j.idle],oncore:t[j.oncore]||new Int32Array(e.length).fill(-1)}}function Qc(t,e,n,o){let s=e[pt.
func]?.length??0,r=s&&e[pt.running].length/s;return Array.from({length:s},(a,c)=>{let i=(l,u)=>({name:l,f:he({start:n,step:o},e[u].subarray(c*r,(c+1)*r).map(h=>h/
100))});return{func:t.strings[e[pt.func][c]],others:!!e[pt.others][c],goroutines:e[pt.goroutines][c],lanes:e[pt.lanes][c],step:o,courses:[i("running",pt.running),
i("runnable",pt.runnable)]}})}function tl(t,e,n,o){let s=o[gt[e].key],r=o[gt[e].count],a=o[gt[e].rows];for(let c=0,i=0;c<s.length;i+=r[c++])t.lanes.set(n.get(s[c]),
{rows:a.subarray(i,i+r[c]),marks:[],under:[]})}function el(t,e,n,o){let s={time:o[lt.time],g:o[lt.g],m:o[lt.m],p:o[lt.p],stack:o[lt.stack],n:o[lt.n],kind:o[lt.kind]};
t.marks=s;for(let r=0;r<s.time.length;r++)for(let a of[n.get(s.p[r]),e.lanes.m[s.m[r]],e.laneOfG.get(s.g[r])])t.lanes.get(a)?.marks.push(r)}function nl(t,e,n){let o=e.
strings,s=r=>t.lanes.get(e.laneOfG.get(r))?.under;t.bands=[];for(let r=0;r<n[rt.name].length;r++){let a={name:o[n[rt.name][r]],start:n[rt.start][r],end:n[rt.start][r]+
n[rt.dur][r],g:n[rt.g][r],p:n[rt.p][r],n:n[rt.n][r]};a.busy=a.n>1?n[rt.busy][r]:a.end-a.start,a.stw=a.name.startsWith("stop-the-world"),a.gap=a.name==="missing \
from the trace",a.stw||a.g<0&&a.p<0?t.bands.push(a):s(a.g)?.push({...a,kind:"range"})}for(let r=0;r<n[q.type].length;r++){let a=n[q.end][r];s(e.byID.get(n[q.g][r]))?.
push({kind:"region",name:o[n[q.type][r]],start:Math.max(0,n[q.start][r]),end:a<0?e.duration:a})}for(let r=0;r<n[B.time].length;r++){let a=n[B.time][r],c=[o[n[B.
category][r]],o[n[B.message][r]]].filter(Boolean).join(": ");s(e.byID.get(n[B.g][r]))?.push({kind:"log",name:c,start:a,end:a})}}function zo({page:t,strings:e,cols:n}){un(t.kinds);let o={id:n[kt.id],func:n[kt.func],system:n[kt.system],parent:n[kt.parent],created:n[kt.created]},s={page:t,strings:e,
cols:n,gs:o,duration:Math.max(1,t.duration),lanes:{p:An("p",n),m:An("m",n),g:An("g",n),c:An("c",n)},threads:n[gt.m.key],byID:new Map};for(let c=0;c<o.id.length;c++)
s.byID.set(o.id[c],c);s.laneOfG=new Map(s.lanes.g.map(c=>[c.key,c]));let{carried:r}=t,a={...t,from:0,to:s.duration,complete:r.lanes===r.goroutines};return s.overview=
Mn(s,n,a),$n(s,s.overview),ol(s),hr(s),s}var An=(t,e)=>Array.from(e[t==="c"?et.key:gt[t].key]||[],n=>({kind:t,key:n}));function ol(t){let{system:e}=t.gs;t.lanes.
g.sort((n,o)=>e[n.key]-e[o.key]||t.gs.id[n.key]-t.gs.id[o.key])}var E=(t,e)=>e<0?"no goroutine":"G"+t.gs.id[e],G=(t,e)=>e<0?"":t.strings[t.gs.func[e]]||"";function J(t,e){
return e.kind==="p"?"P "+e.key:e.kind==="m"?"M "+e.key:e.kind==="c"?"core "+e.key:e.kind==="group"?e.title:e.kind==="t"?e.name:E(t,e.key)}var ut=(t,e)=>e.kind+(e.
kind==="g"?t.gs.id[e.key]:e.key);function St(t,e){let n=t.cols;if(!t.stackStart){t.stackStart=[0];for(let s of n[Y.len])t.stackStart.push(t.stackStart.at(-1)+s)}
let o=[];for(let s=t.stackStart[e]??0;s<(t.stackStart[e+1]??0);s++){let r=n[Y.frames][s];o.push({func:t.strings[n[Z.func][r]],file:t.strings[n[Z.file][r]],line:n[Z.
line][r],whose:n[Z.whose][r]})}return o}var fr=new WeakMap;function sl(t){let e=new Map;for(let n of t.source||[])e.set(n.file,[...e.get(n.file)||[],n]);return fr.set(t,e),e}function mr(t,{file:e,line:n}){
return((fr.get(t)||sl(t)).get(e)||[]).find(s=>n>=s.first&&n<s.first+s.lines.length)||null}function Sn(t,e){let n=mr(t,e);return n?n.lines[e.line-n.first].trim():
""}function Ln(t,e){let n=mr(t,e);if(!n)return null;let o=Math.max(0,e.line-n.first-2),s=n.lines.slice(o,e.line-n.first+3),r=Math.min(...s.filter(a=>a.trim()).map(
a=>/^\t*/.exec(a)[0].length));return f("pre",{class:"source",title:"source as found on the machine that wrote this page"},s.map((a,c)=>{let i=n.first+o+c;return f(
"div",{class:i===e.line?"here":""},f("i",{},String(i)),a.slice(r).replaceAll("	","    ")+`
`)}))}var gr=t=>t.whose>0,Dt=t=>`${A(t.func)} ${_t(t.file)}:${t.line}`,Lt=t=>t.find(e=>!gr(e))||t[0];function pr(t,e,n){let o=e&&Sn(e,t),s=A(t.func);return f("li",{},
n&&t.func?v(s,()=>n.search(`stack:"${t.func.replaceAll('"',"")}"`),`grey out all spans without ${t.func} in their stack`):f("span",{class:"func",title:t.func},s),
f("span",{class:"file",title:`${t.file}:${t.line}`},`${_t(t.file)}:${t.line}`),o?f("code",{class:"line"},o):null)}function Cn(t,e,n=null,o=null){if(!e.length)return f(
"p",{class:"quiet"},"No stack was recorded.");let s=[];for(let r=0;r<e.length;){let a=r;for(;a<e.length&&gr(e[a]);)a++;a-r>1&&a-r<e.length?(s.push(f("li",{class:"\
folded"},f("details",{},f("summary",{},`${a-r} runtime frames, starting at ${A(e[r].func)}`),f("ol",{class:"stack"},e.slice(r,a).map(c=>pr(c,n,o)))))),r=a):s.push(
pr(e[r++],n,o))}return f("div",{},t&&f("h4",{},t),f("ol",{class:"stack"},s))}function In(t,e){let n=G(t.model,e);return f("div",{class:"who"},e>=0&&F(zt(t,e)),f("b",{},E(t.model,e)),n?" "+A(n):"")}function H(t){let e=f("dl",{class:"facts"});
for(let[n,o]of t)o==null||o===""||e.append(f("dt",{},n),f("dd",{},o));return e}function rl(t,e){let{spans:n,strings:o}=t;if(n.state[e]!==L)return"";let s=U[n.preempt[e]];
if(s)return mt(s)+" "+yt(s);let r=o[n.reason[e]];return r?"blocked: "+r:""}function ze(t,e,n){let{spans:o}=t;return o.n[e]>1?`${y(o.n[e])} spans merged, busy ${C(
1-o.idle[e]/Math.max(1,o.dur[e]))}`:n>1?`one of ${y(n)} spans in this pixel; zoom in to separate them`:""}function On(t,e){let{model:n}=t,{spans:o,strings:s}=n,
r=o.state[e];return[["state",at[r]],["reason",r===T?s[o.reason[e]]:""],["start",M(o.start[e],1e3)],["duration",w(o.dur[e])],["P",o.p[e]>=0?String(o.p[e]):""],["\
M",o.m[e]>=0?String(n.threads[o.m[e]]):""],["ended",rl(n,e)]]}function Re(t,e,n){let{model:o}=t,{spans:s}=o;if(!o.onCore)return[];if(s.core?.[e]>=0)return[["swi\
tched out",al[vn[s.left[e]]]||""]];if(s.state[e]!==L||s.n[e]>1)return[];let r=No(o,e),a=me(o,s.m[e],n);return[["on a core",r===null?"unknown":`${w(s.dur[e]-r)} \
of ${w(s.dur[e])}`],["here",a&&a.core<0?`off-CPU for ${w(a.until-a.since)}${a.why==="preempted"?": the kernel had preempted the thread":a.why==="blocked"?": the\
 thread was blocked in the kernel":""}`:""]]}var al={preempted:"preempted by the kernel",blocked:"blocked",exited:"exited"};function Fe(t,e,n){let{model:o}=t,{spans:s}=o;
if(!o.onCore||s.m[e]<0)return null;let r=[];s.g[e]>=0&&r.push(E(o,s.g[e])),s.p[e]>=0&&r.push("P "+s.p[e]),r.push("thread "+o.threads[s.m[e]]);let a=s.core?.[e]>=
0?s.core[e]:me(o,s.m[e],n)?.core??-1;return r.push(a>=0?"core "+a:"no core"),f("div",{class:"chain"},r.join(" on "))}function de(t,e){let{spans:n}=t,o=n.other[e]>=
0?t.others[n.other[e]]:null;if(o)return[o.traced?"M "+o.id+" (runtime)":`${o.name||"another process"} (${o.process})`,o.traced?"M "+o.id:o.name||""];let s="M "+
t.threads[n.m[e]];if(n.g[e]<0)return[s+" (no goroutine)",s];let r=E(t,n.g[e]);return[`${r} · ${s}`,r]}var il={[R]:"made ready at",[T]:"waits at",[W]:"called at"};
function Ro(t,e){if(!e)return null;if(e.tip)return e.tip();if(e.kind==="gap")return ul(t,e);if(e.kind==="counters")return f("div",{},H([["at",M(e.t,(t.view.to-t.
view.from)/t.width)],...wr(t,e.t),["heap",t.counts.heap&&Gt(jt(t.counts.heap,e.t))],...ll(t,e.t)]));if(e.kind==="band")return fl(e.band);if(e.kind==="mark")return ml(
t,e);if(e.kind==="arrow")return dl(t,e.arrow.wake);let{model:n}=t,{spans:o}=n;if(o.g[e.row]<0)return cl(t,e);let s=Lt(St(n,o.stack[e.row])),r=o.waker[e.row];return f(
"div",{},In(t,o.g[e.row]),Fe(t,e.row,e.t),H([...On(t,e.row),...Re(t,e.row,e.t),["woken by",r>=0?`${E(n,r)} ${A(G(n,r))}`:""],[il[o.state[e.row]]||"stopped at",s&&
Dt(s)],["note",ze(n,e.row,e.hidden)],...hl(e)]))}function cl(t,e){let{model:n}=t,{spans:o}=n;return f("div",{},f("div",{class:"who"},f("b",{},de(n,e.row)[0])),Fe(
t,e.row,e.t),H([["start",M(o.start[e.row],1e3)],["duration",w(o.dur[e.row])],...Re(t,e.row,e.t),["note",ze(n,e.row,e.hidden)]]))}function wr(t,e){return["runnin\
g","runnable"].map(n=>[n,t.counts.exact?y(jt(t.counts[n],e)):jt(t.counts[n],e).toFixed(1)+" (mean)"])}function ll(t,e){let n=lr(t.model,e);return n?[["sampled",
M(n.time,1e6)],["global queue",String(n.global)],["local queues",n.local.join(" ")],["idle Ps",String(n.idle)],["spinning Ms",`${n.spinning} of ${n.threads}`]]:
[]}function ul(t,e){if(e.lane.kind==="g")return null;let n=e.lane.kind==="c"?" without a thread of this process":" without a goroutine";return f("div",{},f("div",
{class:"who"},f("b",{},J(t.model,e.lane)),n),H([["start",M(e.from,1e3)],["duration",w(e.to-e.from)],...wr(t,e.t).map(([o,s])=>[o+" now",s])]))}function hl(t){return t.
lane.kind!=="g"?[]:t.lane.under.filter(e=>e.start<=t.t&&t.t<=Math.max(e.end,e.start)).slice(0,4).map(e=>[e.kind==="range"?"runtime":e.kind,`${e.name} (${w(e.end-
e.start)})`])}function fl(t){return f("div",{},f("div",{class:"who"},F(t.stw?b().stw:b().gc),f("b",{},t.name)),H([["start",M(t.start,1e3)],...t.n>1?[["merged",`${y(
t.n)} within ${w(t.end-t.start)}`],["total",w(t.busy)]]:[["duration",w(t.end-t.start)]]]))}function ml(t,e){let{model:n}=t,{marks:o}=n,s=U[o.kind[e.mark]],r=Lt(
St(n,o.stack[e.mark]));return f("div",{},f("div",{class:"who"},f("span",{style:{color:ft(s)}},mt(s)+" "),f("b",{},yt(s))),H([["goroutine",`${E(n,o.g[e.mark])} ${A(
G(n,o.g[e.mark]))}`],["time",M(o.time[e.mark],1e3)],["at",r&&Dt(r)],["marks here",e.near>1?y(e.near):""]]))}function dl(t,e){let{model:n}=t,{spans:o}=n,s=a=>`${E(
n,a)} ${A(G(n,a))}`,r=e.run>=0;return f("div",{},f("div",{class:"who"},f("b",{},e.by>=0?s(e.by):e.inferred||"unknown"),e.kind==="create"?" created ":" woke ",f(
"b",{},s(e.g))),H([["at",M(e.t,1e3)],["from",e.byRow>=0&&o.n[e.byRow]===1&&o.p[e.byRow]>=0?"P "+o.p[e.byRow]:""],["to",r&&o.p[e.run]>=0?"P "+o.p[e.run]:""],["ra\
n",r?w(o.start[e.run]-e.t)+" later":"not again within the trace"],["note",e.inferred?"inferred: not caused by a goroutine":""]]))}var En=new Map,Fo=new Map,yr=!1,wt=(t,...e)=>f("div",{},f("div",{class:"who"},f("b",{},t)),H(e)),Rt=t=>({formatter:t,confine:!0,transitionDuration:0,padding:0,borderWidth:0,
className:"tip",backgroundColor:"transparent",extraCssText:"box-shadow:none"});function Wo(t,e,n){let o=Oe(0,e,Math.max(200,t.parentElement.clientWidth-n));return{
min:0,max:e,axisLabel:{customValues:o.at,formatter:s=>M(s,o.step,e),hideOverlap:!0},axisLine:{show:!1},axisTick:{show:!1}}}function pl(t,e,n){let o=k("chart-"+t),
s=En.get(t);s?.dispose(),En.delete(t);let r=e(n);o.hidden=!r;let a=k("empty-"+t);a&&(a.hidden=!!r);let c=k("part-"+t);c&&(c.hidden=!r),r&&(o.style.height=r.height+
"px",o.setAttribute("role","img"),o.setAttribute("aria-label",r.label),s?kr(t,n,o,r):Pe(o,()=>kr(t,n,o,e(n))))}function kr(t,e,n,o){let s=echarts.init(n,Ie(),{renderer:"\
canvas"});s.setOption(e.page.charts[t]),s.setOption(o.option),o.click&&s.on("click",o.click),o.attach?.(s,n),En.set(t,s)}function Go(t,e){yr||echarts.registerCustomSeries(
"schedviz.heat",(n,o)=>Fo.get(n.seriesName)(n,o)),yr=!0;for(let[n,o]of Object.entries(t))pl(n,o,e)}function br(){for(let t of En.values())t.resize()}var Ct=null;function Pn(t,e){Ct||document.body.append(Ct=f("div",{class:"tip",role:"tooltip"})),Ct.hidden=!1,Ct.replaceChildren(t);let n=Ct.offsetWidth,o=Ct.offsetHeight;
Ct.style.left=Math.max(4,e.clientX+16+n>innerWidth?e.clientX-n-12:e.clientX+16)+"px",Ct.style.top=Math.max(4,Math.min(e.clientY+16,innerHeight-o-6))+"px"}function re(){
Ct&&(Ct.hidden=!0)}var vr=0;function Nn(t){let e=k("said");e.textContent=t,clearTimeout(vr),vr=setTimeout(()=>{e.textContent=""},6e3)}globalThis.addEventListener?.(
"scroll",re,{passive:!0});var _=null;function $r(t){_=t}var We=({strings:t,cols:e},n)=>({func:t[e[Ut.frame.func][n]],file:t[e[Ut.frame.file][n]],line:e[Ut.frame.line][n],whose:e[Ut.frame.whose][n]});function Ft(t,e){
let n=t.cols[Ut.stack.len];if(!t.siteStart){t.siteStart=[0];for(let s of n)t.siteStart.push(t.siteStart.at(-1)+s)}let o=[];for(let s=t.siteStart[e]??0;s<(t.siteStart[e+
1]??0);s++)o.push(We(t,t.cols[Ut.stack.frames][s]));return o}var gl=t=>A(t.func)||"unknown",Bn=t=>t.file?`${_t(t.file)}:${t.line}`:"";function wl(t,e){let n=Sn(
t.page,e);return[f("span",{class:"func"},gl(e))," ",f("span",{class:"file",title:e.file},Bn(e)),n&&f("code",{title:n},n)]}function pe(t,e,n,o){if(!e||!e.func&&!e.
file)return"not recorded";let s=f("div",{class:"opened"});return f("details",{ontoggle:r=>{!r.target.open||s.firstChild||s.append(...[Ln(t.page,e),n.length>1&&Cn(
"",n,t.page),o&&v("show the longest in the timeline",o)].filter(Boolean))}},f("summary",{},wl(t,e)),s)}function Wt({overview:t,gs:e},n){let{spans:o}=t,s=-1;for(let r=0;r<
o.start.length;r++)o.g[r]>=0&&(s<0||o.dur[r]>o.dur[s])&&n(r,o)&&(s=r);return s<0?null:{from:o.start[s],to:o.end[s],gs:[e.id[o.g[s]]]}}function Ge(t,e){return Array.
from(t.cols[Y.len],(n,o)=>n>0&&e(St(t,o)))}function Ar(t,e,n,o){let s=Ge(t,r=>{let a=Lt(r);return a.line===n.line&&a.func===n.func});return Wt(t,(r,a)=>a.state[r]===
e&&s[a.stack[r]]&&(!o||t.strings[a.reason[r]]===o))}function Tt(t){t?_.show(t):Nn("There is no such span in this page’s timeline: its goroutine has no lane of i\
ts own, or the span was merged with others.")}var _o=t=>w(Math.pow(10,t)).replace(/(\d)\.0+ /,"$1 ");function Sr(t,{name:e,state:n,colour:o,lines:s,what:r,label:a}){let{page:c}=t,i=c.charts[e].series?.[0]?.
data||[];if(!i.length)return null;let l=Math.floor(i[0].value[0]),u=Math.ceil(i.at(-1).value[1]),h=s.filter(([,d])=>d>0&&Math.log10(d)>=l-1).map(([d,p])=>({text:d,
at:Math.log10(p)})),m=Math.max(u,...h.map(d=>Math.ceil(d.at))),g=yl(h,(m-l)*(innerWidth<640?.13:.06));return{height:200+12*Math.max(...g,0),label:a,option:{grid:{
left:60,right:30,top:22+12*Math.max(...g,0),bottom:26,outerBoundsMode:"none"},xAxis:[{min:l,max:m,axisLabel:{formatter:d=>_o(d),hideOverlap:!0}}],yAxis:[{logBase:10,
axisLabel:{formatter:d=>d>=1?Ee(d):""}}],series:[{itemStyle:{color:o},markLine:{silent:!0,symbol:"none",lineStyle:{color:b().text,type:"dashed",width:1},data:h.
map((d,p)=>({xAxis:d.at,label:{formatter:d.text,color:b().text,fontSize:11,distance:4+12*g[p]}}))}}],tooltip:Rt(({value:d})=>wt(`${_o(d[0])} to ${_o(d[1])}`,[r,
y(d[2])]))},click({value:d}){let p=Math.pow(10,d[0]),x=Math.pow(10,d[1]);Tt(Wt(t,($,$t)=>$t.state[$]===n&&$t.n[$]===1&&$t.dur[$]>=p&&$t.dur[$]<x))}}}function yl(t,e){
let n=[];t.forEach((o,s)=>n.push(s>0&&o.at-t[s-1].at<e?n[s-1]+1:0));for(let o=0;o<n.length;){let s=o+1;for(;s<n.length&&n[s]>0;)s++;let r=n.slice(o,s).reverse();
n.splice(o,r.length,...r),o=s}return n}function kl(t){let n=(t.page.charts.slices.series?.[0]?.data||[]).filter(s=>s.value[0]>=7).reduce((s,r)=>s+r.value[2],0),
o=t.page.slices[0];return Sr(t,{name:"slices",state:L,colour:I("running"),lines:[["10 ms",1e7]],what:"slices",label:`How long goroutines ran per slice: ${S(n,"s\
lice")} longer than 10 ms${o?", the longest "+w(o.to-o.from):""}.`})}function bl(t){let e=t.page.stat.sched_latency;return Sr(t,{name:"latency",state:R,colour:I(
"runnable"),what:"waits",lines:[["p50",e.p50_ns],["p90",e.p90_ns],["p99",e.p99_ns],["max",e.max_ns]],label:`Scheduling latency: ${S(e.count,"wait")}, median ${w(
e.p50_ns)}, p99 ${w(e.p99_ns)}, longest ${w(e.max_ns)}.`})}function xl({page:t}){let e=t.charts.mmu.series?.[0]?.data||[];if(e.length<2||!t.gc.all)return null;let n=o=>e.
find(s=>s.value[0]>=o)?.value[1];return{height:210,label:"Minimum mutator utilization: "+[1e6,1e7,1e8].filter(o=>n(o)!==void 0).map(o=>`at least ${C(n(o))} in a\
ny ${w(o)}`).join(", ")+".",option:{grid:{left:52,right:30,top:12,bottom:26,outerBoundsMode:"none"},xAxis:[{min:e[0].value[0],max:e.at(-1).value[0],axisLabel:{formatter:o=>w(
o).replace(/(\d)\.0+ /,"$1 "),hideOverlap:!0}}],yAxis:[{interval:.25,axisLabel:{formatter:o=>C(o)}}],series:[{lineStyle:{color:b().gc,width:2},itemStyle:{color:b().
gc},areaStyle:{color:b().gc}}],tooltip:{...Rt(([o])=>wt(`in any ${w(o.value[0])}`,["at least",C(o.value[1])])),axisPointer:{type:"line",lineStyle:{color:b().muted}}}}}}
var Lr={slices:kl,latency:bl,mmu:xl};function Cr({cols:t,strings:e},n){let o=t[oe[n].depth],s=t[oe[n].total],r=o.length,a={mode:n,depth:o,total:s,count:t[oe[n].count],frame:t[oe[n].frame],parent:new Int32Array(
r).fill(-1),end:new Int32Array(r),at:new Float64Array(r),names:Array.from(t[oe[n].name],l=>e[l]),size:r},c=[],i=new Float64Array(r);for(let l=0;l<r;l++){for(let u=c.
length-1;u>=o[l];u--)a.end[c[u]]=l;if(c.length=o[l],o[l]>0){let u=a.parent[l]=c[o[l]-1];a.at[l]=a.at[u]+i[u],i[u]+=s[l]}c.push(l)}for(let l of c)a.end[l]=r;return a.
self=s.map((l,u)=>Math.max(0,l-i[u])),a}function ge(t,e){let n=[];for(;e>=0;e=t.parent[e])n.unshift(e);return n}function Tr(t,e,n,o=.5){let s=n/Math.max(t.total[e],
1e-9),r=ge(t,e).map(a=>({i:a,x:0,w:n,row:t.depth[a]}));for(let a=e+1;a<t.end[e];){let c=t.total[a]*s;if(c<o){a=t.end[a];continue}r.push({i:a,x:(t.at[a]-t.at[e])*
s,w:c,row:t.depth[a]}),a++}return r}function Ir(t,e){let n=e.trim().toLowerCase();if(!n)return null;let o=new Set,s=0,r=0;for(let a=1;a<t.size;a++)t.names[a].toLowerCase().
includes(n)&&(o.add(a),!(a<r)&&(s+=t.total[a],r=t.end[a]));return{found:o,total:s}}function Or(t,e,n,o=0){if(n==="ArrowDown")return e+1<t.end[e]?e+1:e;let s=t.parent[e];
if(s<0||e===o)return e;if(n==="ArrowUp")return s;if(n==="ArrowRight")return t.end[e]<t.end[s]?t.end[e]:e;let r=e;for(let a=s+1;a<e;a=t.end[a])r=a;return r}var we={};X(we,{button:()=>Ht,csv:()=>_e,tsv:()=>qo});var $l=/^\s*[=+\-@＝＋－＠]|^[\t\r\n]/,Al=/^[+-]?\d+(\.\d+)?(e[+-]?\d+)?$/i,Er=t=>typeof t=="string"&&$l.test(t)&&!Al.test(t)?"'"+t:String(t),Sl=t=>/[",\r\n]/.
test(t)?'"'+t.replaceAll('"','""')+'"':t,_e=t=>t.map(e=>e.map(n=>Sl(Er(n))).join(",")+`\r
`).join(""),qo=t=>t.map(e=>e.map(n=>Er(n).replace(/[\t\r\n]+/g," ")).join("	")+`
`).join("");async function Ll(t){try{return await navigator.clipboard.writeText(t),!0}catch{let e=f("textarea",{value:t,"aria-hidden":"true",style:{position:"fi\
xed",opacity:"0"}});document.body.append(e),e.select();let n=document.execCommand("copy");return e.remove(),n}}function Ht(t,e,n){let o=(r,a)=>{r.textContent=a,
setTimeout(()=>{r.textContent=t},1500)},s=v(t,async()=>o(s,await Ll(e(n()))?"copied":"could not copy"));return s}var ye=27,Pr=10,Uo=(t,e)=>t.value?t.value(e):t.text(e);function Nr(t,e,n){let o=n?-1:1;return e?(s,r)=>o*(t[s]-t[r])||s-r:(s,r)=>o*(t[s]<t[r]?-1:t[s]>t[r]?1:0)||
s-r}var Br=(t,e)=>f("th",{class:t.num?"num":"",title:t.hint||"",scope:"col"},t.title?f("button",{type:"button",onclick:e},t.colour&&F(t.colour),t.title):"");function zr(t,e,n){
t.forEach((o,s)=>s===e?o.setAttribute("aria-sort",n?"descending":"ascending"):o.removeAttribute("aria-sort"))}var ke=class{constructor(e,n,o,s){this.box=e,this.
columns=n,this.count=o,this.click=s,this.descending=!1,this.order=Uint32Array.from({length:o},(r,a)=>a),this.sortBy=-1,this.active=0,this.body=f("tbody",{onkeydown:r=>this.
key(r),onfocusin:r=>{this.active=r.target.closest("tr").place??this.active}}),this.headers=n.map((r,a)=>Br(r,()=>this.sort(a))),e.replaceChildren(f("table",{class:"\
virtual","aria-rowcount":o+1},f("colgroup",{},n.map(r=>f("col",{style:{width:r.width}}))),f("thead",{},f("tr",{},this.headers)),this.body)),e.onscroll=()=>this.
draw(),this.observer=new ResizeObserver(()=>this.draw()),this.observer.observe(e),this.draw()}dispose(){this.observer.disconnect()}sort(e,n){let o=this.columns[e];
n===void 0&&(n=this.sortBy===e?!this.descending:!!o.num),this.sortBy=e,this.descending=n;let s=Array.from({length:this.count},(r,a)=>o.value(a));this.order=this.
order.sort(Nr(s,o.num,n)),zr(this.headers,e,n),this.box.scrollTop=0,this.draw()}filter(e){let n=Uint32Array.from({length:this.count},(o,s)=>s);this.order=n.filter(
e),this.sortBy>=0?this.sort(this.sortBy,this.descending):this.draw(),this.box.scrollTop=0}draw(){let e=bo(),n=this.order.length,o=e?0:Math.max(0,Math.floor(this.
box.scrollTop/ye)-10),s=Math.min(n,o+(e?ko:Math.ceil(this.box.clientHeight/ye)+20)),r=this.body.contains(document.activeElement),a=[this.space(o)],c=Math.max(o,
Math.min(this.active,s-1));for(let i=o;i<s;i++)a.push(this.row(i,i===c));e?s<n&&a.push(f("tr",{},f("td",{colSpan:this.columns.length},`and ${y(n-s)} more`))):a.
push(this.space(n-s)),this.body.replaceChildren(...a),r&&a.find(i=>i.tabIndex===0)?.focus({preventScroll:!0})}key(e){let n=Math.max(1,Math.floor(this.box.clientHeight/
ye)-2),o=this.order.length-1,s={ArrowDown:this.active+1,ArrowUp:this.active-1,PageDown:this.active+n,PageUp:this.active-n,Home:0,End:o}[e.key];if(e.key==="Enter"&&
e.target.place!==void 0&&this.click(this.order[this.active]),s===void 0)return;e.preventDefault(),this.active=Math.max(0,Math.min(o,s));let{box:r}=this,a=this.active*
ye,c=r.querySelector("thead").offsetHeight;r.scrollTop=Math.max(Math.min(r.scrollTop,a),a+ye+c-r.clientHeight),this.draw()}space(e){return f("tr",{class:"space",
style:{height:e*ye+"px"}})}row(e,n){let o=this.order[e];return f("tr",{place:e,tabIndex:n?0:-1,"aria-rowindex":e+2,onclick:()=>this.click(o)},this.columns.map(s=>{
let r=s.text(o);return f("td",{class:s.num?"num":"",title:typeof r=="string"?r:""},r)}))}csv(){return Rr(this.columns,this.order)}},D=class{constructor(e,n,{what:o="\
rows",few:s=Pr}={}){this.columns=e,this.rows=n,this.what=o,this.few=s,this.sortBy=-1,this.descending=!1,this.all=n.length<=s+2,this.order=n.map((r,a)=>a),this.body=
f("tbody"),this.headers=e.map((r,a)=>Br(r,()=>this.sort(a))),this.foot=f("p",{class:"table-foot quiet"}),this.node=f("div",{class:"list"},n.length>2*Pr&&e.some(
r=>r.title&&!r.num)&&this.search(),f("div",{class:"scroll-x"},f("table",{class:"plain"},f("thead",{},f("tr",{},this.headers)),this.body)),this.foot),this.node.list=
this,this.draw()}search(){return this.words=this.rows.map(e=>this.columns.map(n=>n.title&&!n.num?String(Uo(n,e)):"").join(`
`).toLowerCase()),f("p",{class:"filter"},f("input",{type:"search",placeholder:"filter",autocomplete:"off",spellcheck:!1,"aria-label":"filter "+this.what,oninput:e=>this.
filter(e.target.value)}))}filter(e){let n=e.trim().toLowerCase();this.order=this.rows.map((o,s)=>s).filter(o=>this.words[o].includes(n)),this.sortBy>=0?this.sort(
this.sortBy,this.descending):this.draw()}sort(e,n){let o=this.columns[e];n===void 0&&(n=this.sortBy===e?!this.descending:!!o.num),this.sortBy=e,this.descending=
n,this.order.sort(Nr(this.rows.map(s=>Uo(o,s)),o.num,n)),zr(this.headers,e,n),this.draw()}draw(){let e=this.order.slice(0,bo()?ko:this.all?this.order.length:this.
few);this.body.replaceChildren(...e.map(o=>f("tr",{},this.columns.map(s=>f("td",{class:s.num?"num":""},s.text(this.rows[o]))))));let n=this.order.length-e.length;
this.foot.replaceChildren(...this.order.length<this.rows.length?[`${y(this.order.length)} of ${y(this.rows.length)} ${this.what}`]:[],...n>0?[v(`show all ${y(this.
order.length)}`,()=>{this.all=!0,this.draw()})]:[],...this.rows.length>2?[jo(()=>this.csv())]:[])}csv(){return Rr(this.columns,this.order,e=>this.rows[e])}};function Rr(t,e,n=o=>o){
let o=t.filter(s=>s.title);return _e([o.map(s=>s.unit?`${s.title} (${s.unit})`:s.title),...Array.from(e,s=>o.map(r=>Uo(r,n(s))??""))])}var jo=t=>Ht("copy as CSV",
e=>e,t),Q=(t,e,n)=>f("div",{class:"share"},f("span",{},t),f("i",{style:{width:Math.max(1,e*100)+"%",background:n}})),Do=t=>f("div",{class:"parts",role:"img","ar\
ia-label":t.map(([e,n])=>`${e} ${C(n)}`).join(", "),title:t.map(([e,n])=>`${e} ${C(n)}`).join(", ")},t.map(([,e,n])=>f("i",{style:{width:e*100+"%",background:n}})));function tt(t,e,n){k(t).replaceChildren(...e?[n()]:[]);let o=k("part-"+t);o&&(o.hidden=!e);let s=k("empty-"+t);s&&(s.hidden=!!e)}function It(t,e,n,o){k(t).textContent=
e<n?`The top ${y(e)} of ${y(n)} ${o}.`:""}function Vt(t,e){k(t).replaceChildren(...e.filter(([,n])=>n!==""&&n!==null&&n!==void 0).map(([n,o,s])=>f("span",{title:s||
""},f("i",{},n)," "+o)))}var K=t=>_.show(t);function qe(t,e){let n=_;e&&(n.shown[t]||n.switchLanes(t,!0),n.selectLane(e),k("timeline").scrollIntoView({block:"start"}))}var Ue=(t,e,n={})=>t<
0?"":[v("G"+t,()=>K({...n,gs:[t]}),"show in the timeline"),e?f("span",{class:"file"}," "+A(e)):""];var Fr=t=>[f("i",{class:"glyph",style:{color:ft(t)}},mt(t))," "+ne(t)];function Wr(t,e,n){let o=n&&Ge(t,s=>s.some(r=>r.line===n.line&&r.func===n.func));return Wt(
t,(s,r)=>U[r.preempt[s]]===e&&(!o||o[r.stack[s]]))}function Cl(t){let{page:e}=t,n=Math.max(...e.preempts.map(s=>s.count),1),o=s=>`${A(s.func)} ${_t(s.file)}:${s.
line}`;tt("preempt-sites",e.preempts.length,()=>new D([{title:"kind",value:s=>s.kind,text:s=>Fr(s.kind)},{title:"where",value:s=>o(s.where),text:s=>pe(t,s.where,
Ft(t,s.stack),()=>Tt(Wr(t,s.kind,s.where)))},{title:"count",num:!0,value:s=>s.count,text:s=>Q(y(s.count),s.count/n,ft(s.kind))},{title:"slice, mean",num:!0,unit:"\
ns",hint:"how long the goroutine had been running",...Rn(s=>s.sliceTotal/Math.max(1,s.count))},{title:"slice, max",num:!0,unit:"ns",...Rn(s=>s.sliceMax)},{title:"\
wait, mean",num:!0,unit:"ns",hint:"how long it then waited to run again",...Rn(s=>s.waitTotal/Math.max(1,s.count))},{title:"wait, max",num:!0,unit:"ns",...Rn(s=>s.
waitMax)}],e.preempts,{what:"lines"}).node),It("more-preempts",e.preempts.length,e.carried.preempts,"lines")}var Rn=t=>({value:e=>Math.round(t(e)),text:e=>w(t(e))});
function Tl(t){return t.ended?t.preempt?Fr(t.preempt):t.reason?"blocked: "+t.reason:"by itself":"still running at the end"}function Vo(t,e){if(!t.rivals.length&&
!t.others)return e;let n=t.rivals.slice(0,3),o=t.rivals.length-n.length+t.others;return[...n.flatMap((s,r)=>[r>0?", ":"",v("G"+s.g,()=>K({from:t.from,to:t.to,gs:[
t.g,s.g]}),A(s.func)||"show both in the timeline")," "+w(s.time)]),o>0?`, ${y(o)} more`:"",t.partial?" (incomplete: part of that time is unknown)":""]}var Xo=t=>t.
rivals.map(e=>`G${e.g} ${e.func} ${e.time}`).join("; ")+(t.others?`; ${t.others} more`:"");function Il(t){let{slices:e}=t.page,n=e.length?e[0].to-e[0].from:1;tt(
"long-slices",e.length,()=>new D([{title:"ran",num:!0,unit:"ns",value:o=>o.to-o.from,text:o=>Q(w(o.to-o.from),(o.to-o.from)/n,I("running"))},{title:"goroutine",
value:o=>`G${o.g} ${o.func}`,text:o=>Ue(o.g,o.func,{from:o.from,to:o.to})},{title:"on P",num:!0,value:o=>o.p,text:o=>o.p<0?"":String(o.p)},{title:"start",num:!0,
unit:"ns",value:o=>o.from,text:o=>M(o.from,t.duration/1e4,t.duration)},{title:"ended by",value:o=>o.ended?o.preempt||o.reason:"still running",text:Tl},{title:"a\
t",value:o=>Dt(Ho(t,o)||{func:"",file:"",line:0}),text:o=>Ho(t,o)?pe(t,Ho(t,o),Ft(t,o.stack)):""},{title:"who waited for a P meanwhile",value:Xo,text:o=>Vo(o,"n\
obody")}],e,{what:"slices",few:6}).node)}var Ho=(t,e)=>Lt(Ft(t,e.stack));function Gr(t){Cl(t),Il(t)}var _r=t=>Tt(Wr(_.model,t));var be=t=>({num:!0,unit:"ns",value:e=>Math.round(t(e)),text:e=>w(t(e))});function Ol({page:t}){let e=t.stat.sched_latency;Vt("percentiles",e.count?[["waits",y(e.
count)],["p50",w(e.p50_ns)],["p90",w(e.p90_ns)],["p99",w(e.p99_ns)],["max",w(e.max_ns)],["total",w(e.total_ns)],["before a first run",`${S(e.first_run.count,"wa\
it")}, ${w(e.first_run.total_ns)}`]]:[])}function El(t){let{waits:e}=t.page,n=e.length?e[0].to-e[0].from:1,o=r=>r.waker>=0?"G"+r.waker:"no goroutine",s=r=>Lt(Ft(
t,r.stack));tt("worst-waits",e.length,()=>new D([{title:"waited",num:!0,unit:"ns",value:r=>r.to-r.from,text:r=>Q(w(r.to-r.from),(r.to-r.from)/n,I("runnable"))},
{title:"goroutine",value:r=>`G${r.g} ${r.func}`,text:r=>Ue(r.g,r.func,{from:r.from,to:r.to})},{title:"start",num:!0,unit:"ns",value:r=>r.from,text:r=>M(r.from,t.
duration/1e4,t.duration)},{title:"who ran meanwhile",value:Xo,text:r=>Vo(r,"nobody")},{title:"P idle meanwhile",num:!0,unit:"ns",hint:"how long some P was idle \
although this goroutine was runnable",value:r=>r.idle||0,text:r=>r.idle?w(r.idle):""},{title:"made ready by",value:o,text:r=>r.waker<0?o(r):r.waker===r.g?"itsel\
f":Ue(r.waker,"",{from:r.from,to:r.to})},{title:"at",value:r=>s(r)?Dt(s(r)):"",text:r=>s(r)?pe(t,s(r),Ft(t,r.stack)):""}],e,{what:"waits",few:6}).node)}function Pl(t){
let e=[...t.page.stat.blocking||[]].sort((r,a)=>a.total_ns-r.total_ns),n=Math.max(...e.map(r=>r.total_ns),1),{strings:o}=t,s=r=>Tt(Wt(t,(a,c)=>c.state[a]===T&&o[c.
reason[a]]===r.reason));tt("blocking",e.length,()=>new D([{title:"reason",value:r=>r.reason||"unknown",text:r=>[F(ht(r.reason)),r.reason||"unknown"]},{title:"co\
unt",num:!0,value:r=>r.count,text:r=>y(r.count)},{title:"total",num:!0,unit:"ns",value:r=>r.total_ns,text:r=>Q(w(r.total_ns),r.total_ns/n,ht(r.reason))},{title:"\
p50",...be(r=>r.p50_ns)},{title:"p99",...be(r=>r.p99_ns)},{title:"max",...be(r=>r.max_ns)},{title:"",text:r=>v("show the longest",()=>s(r))}],e,{what:"reasons"}).
node)}var Nl=t=>t.inferred?`${t.inferred} (inferred)`:A(t.func)||"a goroutine with unknown start function",qr=t=>(t.wakers||[]).map(e=>`${Nl(e)} ${y(e.count)}×`).
join(", "),Ur={blocking:T,ready:R,syscalls:W};function jr(t,e){let n=t.page.sites[e],o=Math.max(...n.map(i=>i.total),1),s=i=>Lt(Ft(t,i.stack)),r=e==="samples",a=i=>e===
"blocking"?ht(i.reason):b().accent,c=i=>Ur[e]===void 0?void 0:()=>Tt(Ar(t,Ur[e],s(i),i.reason));return new D([{title:"where",value:i=>s(i)?Dt(s(i)):"unknown",text:i=>pe(
t,s(i),Ft(t,i.stack),c(i))},...e==="blocking"?[{title:"waits for",value:i=>i.reason||"unknown",text:i=>[F(ht(i.reason)),i.reason||"unknown"]}]:[],...e==="ready"?
[{title:"",text:i=>i.new?"creates":"wakes"}]:[],...r?[]:[{title:"count",num:!0,value:i=>i.count,text:i=>y(i.count)}],{title:r?"samples":"total",num:!0,unit:r?"":
"ns",value:i=>i.total,text:i=>Q(r?y(i.total):w(i.total),i.total/o,a(i))},...r?[]:[{title:"mean",...be(i=>i.total/Math.max(1,i.count))},{title:"max",...be(i=>i.max)}],
...e==="blocking"?[{title:"waited for a P afterwards",hint:"total time they were then runnable before they ran",...be(i=>i.ready||0)},{title:"ended by",value:qr,
text:qr}]:[]],n,{what:"lines"}).node}function Dr(t){Ol(t),El(t),Pl(t)}var Ot=20,Yt={blocking:{title:"waits",state:T,what:"wait",how:"What goroutines waited for, and where, added up over all goroutines.",graph:"The reason is at the\
 top; below it are the functions, from the outermost down to the one that waited. The wider a box, the more time was spent waiting within it."},ready:{title:"ma\
de ready",state:R,what:"wait for a P",how:"Who made goroutines runnable, and how long those then waited for a P.",graph:"A wide box woke or created goroutines t\
hat then waited long for a P."},syscalls:{title:"system calls",state:W,what:"system call",how:"Where goroutines were in system calls.",graph:"The wider a box, t\
he more time was spent in system calls within it."},samples:{title:"CPU samples",what:"sample",how:"Where the program’s CPU profiler found it running; it sample\
s 100 times per CPU second by default.",graph:"The wider a box, the more samples."}},Ko=class{constructor(e,n){this.model=e,this.mode=n,this.flame=Cr(e,n),this.
zoomed=0,this.chosen=-1,this.hovered=-1,this.found=null,this.canvas=f("canvas",{class:"flame",tabIndex:0,role:"application","aria-roledescription":"flame graph",
"aria-label":this.summary()}),this.crumbs=f("nav",{class:"crumbs","aria-label":"Flame graph zoom path"}),this.says=f("div",{class:"flame-says",role:"status"}),this.
box=f("div",{class:"flame-box"},this.canvas),this.node=f("div",{},this.crumbs,this.box,this.says),this.canvas.addEventListener("pointermove",o=>this.hover(o)),this.
canvas.addEventListener("pointerleave",()=>{this.hovered=-1,re(),this.draw()}),this.canvas.addEventListener("click",o=>this.click(o)),this.canvas.addEventListener(
"keydown",o=>this.key(o)),this.observer=new ResizeObserver(()=>this.draw()),this.observer.observe(this.box)}dispose(){this.observer.disconnect()}summary(){let{flame:e}=this,
n=0;for(;n+1<e.end[n]&&e.total[n+1]*2>=e.total[0];)n++;let o=ge(e,n).slice(1),s=this.mode==="blocking"?o.shift():void 0,r=o.findLast(c=>this.whose(c)===0)??o.at(
-1),a=[s,r].filter(c=>c!==void 0).map(c=>this.name(c));return`Flame graph of ${Yt[this.mode].title}: ${this.amount(0)}${a.length?", most in "+a.join(", "):""}. \
Arrow keys move, Enter zooms, Escape zooms out.`}amount(e){let{flame:n}=this,o=n.count[e];return this.mode==="samples"?S(n.total[e],"sample"):`${w(n.total[e])} \
in ${Yt[this.mode].what==="wait for a P"?o===1?"1 wait for a P":y(o)+" waits for a P":S(o,Yt[this.mode].what)}`}whose(e){return this.flame.frame[e]<0?0:We(this.
model,this.flame.frame[e]).whose}name(e){return e===0?"all":this.flame.frame[e]<0?this.flame.names[e]||"many small boxes":A(this.flame.names[e])||"unknown funct\
ion"}zoom(e){this.zoomed=e,this.chosen=e,this.draw(),this.describe(e)}search(e){return this.found=Ir(this.flame,e),this.draw(),this.found?`${C(this.found.total/
Math.max(1,this.flame.total[0]))} of the total`:""}draw(){let e=Math.max(50,this.box.clientWidth),n=globalThis.devicePixelRatio||1;this.rects=Tr(this.flame,this.
zoomed,e);let o=(Math.max(...this.rects.map(r=>r.row))+1)*Ot;Object.assign(this.canvas,{width:e*n,height:o*n}),Object.assign(this.canvas.style,{width:e+"px",height:o+
"px"});let s=this.canvas.getContext("2d");s.scale(n,n),s.font="11.5px "+getComputedStyle(document.body).fontFamily,s.textBaseline="middle";for(let r of this.rects)
this.drawBox(s,r);this.drawCrumbs()}drawBox(e,{i:n,x:o,w:s,row:r}){let a=r<this.flame.depth[this.zoomed],c=this.found?!this.found.found.has(n):a,i=c?Bt(this.colour(
n),b().panel,.75):this.colour(n);if(e.fillStyle=i,e.fillRect(o,r*Ot,Math.max(.5,s-(s>3?1:0)),Ot-1),this.found&&!c&&(e.fillStyle=b().text,e.fillRect(o,r*Ot+Ot-3,
Math.max(.5,s-1),2)),(n===this.chosen||n===this.hovered)&&(e.strokeStyle=b().text,e.lineWidth=n===this.chosen?2:1,e.strokeRect(o+1,r*Ot+1,Math.max(0,s-3),Ot-3)),
s<26)return;e.fillStyle=ct(i);let l=Bl(e,this.name(n),s-8);l&&e.fillText(l,o+4,r*Ot+Ot/2)}colour(e){let{flame:n}=this,{panel:o,track:s}=b();if(e===0||n.frame[e]<
0&&!n.names[e])return Bt(s,b().muted,.3);let r=n.names[e],a=Vr(r)%5*.07;return this.mode==="blocking"?Bt(ht(n.names[ge(n,e)[1]]),o,n.frame[e]<0?0:.25+a):this.whose(
e)===2?Bt(b().muted,o,.45+a):Bt(nt(Vr(r.slice(0,r.lastIndexOf("/")+1)+A(r).split(".")[0])),o,.3+a)}drawCrumbs(){let e=ge(this.flame,this.zoomed);this.crumbs.replaceChildren(
...e.flatMap((n,o)=>[o>0?" › ":"",n===this.zoomed?f("b",{},this.name(n)):v(this.name(n),()=>this.zoom(n))])),this.crumbs.hidden=e.length<2}boxAt(e){let n=this.
canvas.getBoundingClientRect(),o=e.clientX-n.left,s=Math.floor((e.clientY-n.top)/Ot);return this.rects.find(r=>r.row===s&&o>=r.x&&o<r.x+r.w)?.i??-1}hover(e){let n=this.
boxAt(e);if(this.canvas.style.cursor=n>=0?"pointer":"",n!==this.hovered&&(this.hovered=n,this.draw()),n<0)return re();Pn(wt(this.name(n),...this.facts(n)),e)}facts(e){
let{flame:n}=this,o=n.frame[e]>=0?We(this.model,n.frame[e]):null;return[["total",this.amount(e)],["share",C(n.total[e]/Math.max(1,n.total[0]))],["self",this.mode===
"samples"?y(n.self[e]):w(n.self[e])],["mean",this.mode==="samples"?"":w(n.total[e]/Math.max(1,n.count[e]))],["line",o?Bn(o):""]]}click(e){let n=this.boxAt(e);n>=
0&&this.zoom(n===this.zoomed?Math.max(0,this.flame.parent[n]):n)}key(e){if(e.key.startsWith("Arrow"))this.chosen=Or(this.flame,this.chosen<0?this.zoomed:this.chosen,
e.key,this.zoomed),this.draw(),this.describe(this.chosen);else if(e.key==="Enter"&&this.chosen>=0)this.zoom(this.chosen);else if(e.key==="Escape"&&this.zoomed>0)
this.zoom(this.flame.parent[this.zoomed]);else return;e.preventDefault(),e.stopPropagation()}describe(e){if(e<=0)return this.says.replaceChildren();let{model:n,
flame:o}=this,s=o.frame[e]>=0?We(n,o.frame[e]):null;this.says.replaceChildren(...[f("div",{},f("b",{},this.name(e))," ",s&&f("span",{class:"file",title:s.file},
Bn(s)),`: ${this.amount(e)}, ${C(o.total[e]/Math.max(1,o.total[0]))} of the total. `,Yt[this.mode].state!==void 0&&v("show the longest in the timeline",()=>Tt(this.
longest(e)))),s&&Ln(n.page,s)].filter(Boolean))}longest(e){let{model:n,flame:o}=this,s=ge(o,e).slice(1),r=this.mode==="blocking"?o.names[s.shift()]:"",a=s.map(l=>o.
names[l]),c=Ge(n,l=>a.every((u,h)=>l[l.length-1-h]?.func===u)),{strings:i}=n;return Wt(n,(l,u)=>u.state[l]===Yt[this.mode].state&&c[u.stack[l]]&&(!r||i[u.reason[l]]===
r))}};function Bl(t,e,n){if(t.measureText(e).width<=n)return e;let o=Math.floor(n/t.measureText(e).width*e.length);for(;o>1&&t.measureText(e.slice(0,o)+"…").width>
n;)o--;return o>1?e.slice(0,o)+"…":""}function Vr(t){let e=0;for(let n=0;n<t.length;n++)e=e*31+t.charCodeAt(n)>>>0;return e%9973}var ot={mode:"",table:!1,search:""},
Xt=null;function Zo(t){let{flames:e}=t.page;if(k("stacks").hidden=e.length===0,!e.length)return;e.some(o=>o.mode===ot.mode)||(ot.mode=e[0].mode);let n=(o,s,r,a)=>f(
"button",{type:"button","aria-pressed":String(ot[o]===s),title:a,onclick:()=>{ot[o]=s,Zo(t)}},r);if(k("flame-modes").replaceChildren(f("span",{class:"switches",
role:"group","aria-label":"Measure"},e.map(o=>n("mode",o.mode,Yt[o.mode].title,""))),f("span",{class:"switches",role:"group","aria-label":"View"},n("table",!1,"\
flame graph","stacks as nested boxes"),n("table",!0,"table","totals by source line")),...ot.table?[]:[f("label",{class:"find"},f("input",{type:"search",id:"flam\
e-find",placeholder:"search functions","aria-label":"Search the flame graph",autocomplete:"off",spellcheck:!1,value:ot.search,oninput:o=>{ot.search=o.target.value,
k("flame-found").textContent=Xt.search(ot.search)}}),f("span",{id:"flame-found"}))]),k("flame-how").textContent=Yt[ot.mode].how+(ot.table?" Stacks that end at t\
he same source line share a row; click it to open the one with the largest total.":` ${Yt[ot.mode].graph} Click a box to zoom in; click a name above the graph t\
o zoom out.`),Xt?.dispose(),Xt=null,ot.table)return k("flame").replaceChildren(jr(t,ot.mode));Xt=new Ko(t,ot.mode),k("flame").replaceChildren(Xt.node),Xt.draw(),
k("flame-found").textContent=Xt.search(ot.search)}var Xr=()=>Xt?.draw();var{shortFunc:Kr}=O,Jo=class{constructor(e){this.model=e,this.count=e.cols[z.id].length,this.text="",Vt("g-numbers",[["seen",e.page.seen],["alive at the end",e.
page.alive]]),this.groups(),k("g-filter").oninput=n=>this.apply(n.target.value),k("g-system-too").onchange=()=>this.apply(k("g-filter").value),Pe(k("g-table"),()=>this.
build())}dispose(){this.table?.dispose()}build(){this.table||(this.table=new ke(k("g-table"),this.columns(),this.count,e=>K({gs:[this.model.cols[z.id][e]]})),this.
table.sort(3),k("g-copy").replaceChildren(...this.count?[jo(()=>this.table.csv())]:[]),this.apply(k("g-filter").value))}columns(){let{cols:e,strings:n}=this.model,
o=l=>Kr(n[e[z.func][l]])||"unknown",s=(l,u,h)=>({title:u,hint:h,num:!0,unit:"ns",width:"88px",value:m=>e[l][m],text:m=>e[l][m]?w(e[l][m]):""}),r=(l,u,h)=>({title:u,
hint:h,num:!0,width:"84px",value:m=>e[l][m],text:m=>e[l][m]?y(e[l][m]):""}),a=l=>at[e[z.endState][l]],c=l=>e[z.ended][l]>=0?"ended":[a(l),n[e[z.endReason][l]]].
filter(Boolean).join(": "),i=l=>e[z.parent][l]>0?"G"+e[z.parent][l]:"";return[{title:"G",num:!0,width:"76px",value:l=>e[z.id][l],text:l=>f("span",{},F(nt(e[z.id][l])),
String(e[z.id][l]))},{title:"function",width:"230px",value:o,text:o},s(z.life,"lifetime","from when it was first to when it was last seen alive"),s(z.running,"r\
unning"),s(z.runnable,"runnable","ready to run, but without a P"),s(z.waiting,"waiting"),s(z.syscall,"syscall"),r(z.runs,"slices","how many times it ran"),s(z.maxSlice,
"longest slice"),s(z.maxLatency,"worst wait","the longest time it was runnable before it ran"),r(z.preempted,"preempted","async, cooperative, for a stop-the-wor\
ld or a stack scan"),r(z.migrations,"migrations","how often it ran on a different P than before"),{title:"created by",width:"90px",num:!0,value:l=>Math.max(0,e[z.
parent][l]),text:i},{title:"at the end",width:"190px",value:c,text:c}]}groups(){let e=this.model.page.groups,n=e.filter(s=>!s.system),o=e.filter(s=>s.system);tt(
"g-groups",n.length,()=>this.functions(n)),tt("g-system",o.length,()=>this.functions(o)),It("more-groups",e.length,this.model.page.carried.groups,"functions")}functions(e){
let n=Math.max(...e.map(i=>i.running),1),o=(i,l,u)=>({title:i,hint:u,num:!0,unit:"ns",value:h=>h[l],text:h=>h[l]?w(h[l]):""}),s=(i,l,u)=>({title:i,hint:u,num:!0,
value:h=>h[l],text:h=>h[l]?y(h[l]):""}),r=i=>`${i.reason||"unknown"} ${w(i.total)} (p50 ${w(i.p50)}, p99 ${w(i.p99)})`,a=i=>i.waits.length?r(i.waits[0]):"",c=i=>f(
"span",{title:i.waits.map(r).join(`
`)},a(i));return new D([{title:"function",value:i=>i.func||"unknown",text:i=>[v(Kr(i.func)||"unknown",()=>this.filter(i.func),"show only these in the table belo\
w"),i.func?[" ",v("↑",()=>{_.search(i.func),K({})},"show only these in the timeline")]:""].flat()},{title:"goroutines",num:!0,value:i=>i.count,text:i=>y(i.count)},
{title:"running",num:!0,unit:"ns",value:i=>i.running,text:i=>Q(w(i.running),i.running/n,b().accent)},o("runnable","runnable","ready to run, but without a P"),o(
"waiting","waiting"),o("syscall","syscall"),{title:"top wait reason",hint:"the reason with the largest total; hover over a cell to see the others",value:a,text:c},
o("lifetime, p50","lifeP50","half of them were alive for this long or less"),o("latency, p99","latencyP99","99% of their waits for a P were this long or less"),
o("longest slice","maxSlice"),s("preempted","preempted"),s("alive at the end","alive")],e,{what:"functions"}).node}filter(e){k("g-filter").value=e,this.build(),
this.apply(e),k("g-filter").scrollIntoView({block:"center"})}apply(e){this.build();let{cols:n,strings:o}=this.model,s=/^g?\d+$/i.test(e.trim())?Number(e.trim().
replace(/^g/i,"")):-1,r=e.trim().toLowerCase(),a=o.map(i=>i.toLowerCase().includes(r)),c=r!==""||k("g-system-too").checked;this.table.filter(i=>s>=0?n[z.id][i]===
s:(c||!n[z.system][i])&&(a[n[z.func][i]]||a[n[z.endReason][i]])),k("g-count").textContent=`${y(this.table.order.length)} of ${S(this.count,"goroutine")}`}},Qo=null;
function Zr(t){Qo?.dispose(),Qo=new Jo(t)}var je=t=>Qo.filter(t);var ta=t=>t.reduce((e,n)=>e+n,0)/Math.max(1,t.length),ea=(t,e)=>_.show({from:t,to:e}),Jr={runnable:{symbol:"rect",dashArrayX:[1,0],dashArrayY:[2,5],rotation:Math.
PI/4},waiting:{symbol:"circle",symbolSize:.5,dashArrayX:[[6,6],[0,6,6,0]],dashArrayY:[6,0]},syscall:{symbol:"rect",dashArrayX:[1,0],dashArrayY:[2,5],rotation:-Math.
PI/4}};function zl(t){let{page:e}=t,n=e.charts.states.series||[],o=n[0]?.data||[];if(!o.length)return null;let s=k("chart-states"),r=n.map(u=>u.name),a=Object.fromEntries(
n.map(u=>[u.name,ta(u.data.map(h=>h.value[1]))])),c=a.waiting>4*(a.running+a.runnable+a.syscall),i=o.length>1?o[1].value[0]-o[0].value[0]:e.duration,l=u=>u===r.
at(-1)?b().text:I(u);return{height:230,label:`Goroutines by state over time; on average ${["running","syscall","runnable","waiting"].map(u=>`${a[u].toFixed(1)} ${u}`).
join(", ")}.`,option:{grid:{left:48,right:28,top:innerWidth<640?48:30,bottom:26,outerBoundsMode:"none"},legend:{show:!0,left:44,top:0,itemWidth:14,itemHeight:10,
icon:"rect",textStyle:{color:b().muted},selected:{waiting:!c}},xAxis:[Wo(s,e.duration,76)],yAxis:[{minInterval:1,axisLine:{show:!1},axisLabel:{formatter:u=>Ee(u)}}],
series:r.map((u,h)=>({lineStyle:{width:h===r.length-1?1.2:0,type:h===r.length-1?"dashed":"solid",color:l(u)},itemStyle:{color:l(u),decal:Jr[u]&&{...Jr[u],color:"\
rgba(255,255,255,0.45)"}},areaStyle:{color:l(u),opacity:h===r.length-1?0:.8}})),tooltip:{...Rt(u=>wt(M(u[0].value[0],i/10),...u.map(h=>[h.seriesName,h.seriesIndex===
r.length-1?y(h.value[1]):h.value[1].toFixed(2)]))),axisPointer:{type:"line",lineStyle:{color:b().muted}}}},attach:u=>Rl(u,h=>ea(Math.max(0,h-i/2),Math.min(e.duration,
h+i/2)))}}function Rl(t,e){t.getZr().on("click",n=>{t.containPixel({gridIndex:0},[n.offsetX,n.offsetY])&&e(t.convertFromPixel({gridIndex:0},[n.offsetX,n.offsetY])[0])})}
var Fn=16;function Qr(t,e,n,o){let{page:s}=t,r=s.heats[e],a=t.cols[n];if(!r.rows.length||!r.steps)return null;let c=k("chart-"+e),i=r.rows.length;Fo.set(e,(m,g)=>Wl(
m,g,r,a));let l=r.rows.map((m,g)=>ta(Array.from(a.subarray(g*r.steps,(g+1)*r.steps)))/200),u=l.indexOf(Math.max(...l)),h=l.indexOf(Math.min(...l));return{height:Math.
max(90,Math.min(420,46+i*26)),label:`How busy each of ${S(i,o==="P "?"P":"core")} was over time. Busiest: ${o}${r.rows[u]}, ${C(l[u])}; least busy: ${o}${r.rows[h]}\
, ${C(l[h])}.`,option:{grid:{left:60,right:28,top:8,bottom:26,outerBoundsMode:"none"},xAxis:[{...Wo(c,Math.max(s.duration,1),88),splitLine:{show:!1}}],yAxis:[{min:0,
max:i,axisLabel:{customValues:Fl(i),formatter:m=>o+r.rows[Math.floor(m)]},axisLine:{show:!1},axisTick:{show:!1}}],series:[{data:[[0,0]],silent:!0,clip:!0}]},attach:(m,g)=>Gl(
m,g,r,a,o)}}function Fl(t){let e=[1,2,4,8,16,32,64,128,256].find(n=>t/n<=20)||512;return Array.from({length:Math.ceil(t/e)},(n,o)=>o*e+.5)}function Wl(t,e,n,o){
let{ramp:s}=b(),r=t.coordSys,[a,c]=e.coord([n.start,0]),[i,l]=e.coord([n.start+n.step*n.steps,n.rows.length]),u=(i-a)/n.steps,h=(l-c)/n.rows.length,m=h>=8?1:0,g=Array.
from({length:Fn+1},()=>[]);for(let d=0;d<n.rows.length;d++)for(let p=0;p<n.steps;){let x=Math.ceil(o[d*n.steps+p]/200*Fn),$=p+1;for(;$<n.steps&&Math.ceil(o[d*n.
steps+$]/200*Fn)===x;)$++;g[x].push(a+p*u,c+d*h,($-p)*u,Math.max(1,h-m)),p=$}return{type:"group",clipPath:{type:"rect",shape:{x:r.x,y:r.y,width:r.width,height:r.
height}},children:g.map((d,p)=>({type:"schedvizRects",shape:{rects:d},style:{fill:Bt(s[0],s[1],p/Fn)}}))}}function Gl(t,e,n,o,s){let r=t.getZr(),a=c=>{if(!t.containPixel(
{gridIndex:0},[c.offsetX,c.offsetY]))return null;let[i,l]=t.convertFromPixel({gridIndex:0},[c.offsetX,c.offsetY]),u=Math.floor((i-n.start)/n.step),h=Math.floor(
l);return u>=0&&u<n.steps&&h>=0&&h<n.rows.length?{i:u,row:h}:null};r.on("mousemove",c=>{let i=a(c);if(e.style.cursor=i?"pointer":"",r.setCursorStyle(i?"pointer":
"default"),!i)return re();Pn(wt(s+n.rows[i.row],["from",M(n.start+i.i*n.step,n.step/10)],["step",w(n.step)],["busy",C(o[i.row*n.steps+i.i]/200)]),c.event)}),r.on(
"globalout",()=>re()),r.on("click",c=>{let i=a(c);i&&ea(n.start+i.i*n.step,n.start+(i.i+1)*n.step)})}var na={states:zl,utilisation:t=>Qr(t,"utilisation",wn.utilisation,
"P "),cores:t=>t.page.cores?Qr(t,"cores",wn.cores,"core "):null};var es=[];function sa(t){let{cols:e,strings:n,page:o,duration:s}=t;for(let p of es)p.dispose();es=[];let r={task:e[dt.type].length,region:e[q.type].length,log:e[B.
time].length};k("annotations").hidden=r.task+r.region+r.log+o.taskTypes.length+o.regionTypes.length===0,oa(t,"task-types",o.taskTypes,"task"),oa(t,"region-types",
o.regionTypes,"region");let a=p=>p<0?"before":M(p,1e3),c=p=>x=>(e[P[p].end][x]<0?s:e[P[p].end][x])-Math.max(0,e[P[p].start][x]),i=p=>x=>w(c(p)(x))+(e[P[p].open][x]?
" (open)":""),l=(p,x)=>({from:Math.max(0,e[P[p].start][x]),to:e[P[p].end][x]<0?s:e[P[p].end][x]}),u=p=>p<0?[]:[p],h=(p,x,$)=>{k(p+"s").hidden=r[p]===0,r[p]!==0&&
(k(p+"-box").style.height=Math.min(280,32+r[p]*27)+"px",es.push(new ke(k(p+"-box"),x,r[p],$)),It("more-"+p+"s",r[p],o.carried[p+"s"],p+"s"))},m=p=>({value:x=>n[e[p][x]],
text:x=>n[e[p][x]]}),g=p=>({title:"at",num:!0,width:"130px",value:x=>e[p][x],text:x=>a(e[p][x])}),d=(p,x)=>({title:p,num:!0,width:"80px",value:$=>e[x][$],text:$=>e[x][$]>
0?String(e[x][$]):""});h("task",[d("task",dt.id),{title:"type",width:"320px",...m(dt.type)},d("parent",dt.parent),g(dt.start),{title:"took",num:!0,width:"130px",
value:c("task"),text:i("task")}],p=>K(l("task",p))),h("region",[{title:"region",width:"320px",...m(q.type)},d("G",q.g),d("task",q.task),g(q.start),{title:"took",
num:!0,width:"130px",value:c("region"),text:i("region")}],p=>K({...l("region",p),gs:u(e[q.g][p])})),h("log",[g(B.time),d("G",B.g),{title:"category",width:"160px",
...m(B.category)},{title:"message",width:"420px",...m(B.message)}],p=>K({from:e[B.time][p]-1e3,to:e[B.time][p]+1e3,gs:u(e[B.g][p])}))}function ql({cols:t,strings:e,
duration:n},o,s){let r=t[P[o].end],a=t[P[o].type],c=u=>Math.max(0,t[P[o].start][u]),i=u=>r[u]<0?n:r[u],l=-1;for(let u=0;u<a.length;u++)e[a[u]]===s&&(l<0||i(u)-c(
u)>i(l)-c(l))&&(l=u);return l<0?null:{from:c(l),to:i(l),gs:o==="region"&&t[q.g][l]>0?[t[q.g][l]]:[]}}function oa(t,e,n,o){let s=Math.max(...n.map(a=>a.total_ns),
1),r=(a,c)=>({title:a,num:!0,unit:"ns",value:i=>i[c],text:i=>w(i[c])});k(e).hidden=n.length===0,tt(e+"-table",n.length,()=>new D([{title:o,value:a=>a.type,text:a=>a.
type||"(no type)"},{title:"ended",num:!0,value:a=>a.count,text:a=>y(a.count)},{title:"open",num:!0,hint:"still open at the end of the trace",value:a=>a.open,text:a=>a.
open?y(a.open):""},{title:"total",num:!0,unit:"ns",value:a=>a.total_ns,text:a=>Q(w(a.total_ns),a.total_ns/s,b().accent)},r("p50","p50_ns"),r("p99","p99_ns"),r("\
max","max_ns"),{title:"",text:a=>{let c=ql(t,o,a.type);return c?v("show the longest",()=>K(c)):""}}],n,{what:o+"s"}).node)}var Wn={holds:"✓",fails:"✗",inconclusive:"?",differs:"≠"},jl={holds:"hold",fails:"fail",inconclusive:"inconclusive",differs:"differ"},ra=t=>Wn[t.verdict]?
t.verdict:"inconclusive";function aa({page:t}){k("claims").hidden=t.claims.length===0,k("claim-list").replaceChildren(...t.claims.map(e=>f("li",{class:"claim "+
ra(e)},f("span",{class:"verdict"},(Wn[e.verdict]||"?")+" "+e.verdict),f("div",{},f("b",{},e.text),f("p",{},e.evidence,e.place?" ":"",e.place?v("show in the time\
line",()=>K(e.place)):"")))))}function ia(t){let e=[];for(let n of Object.keys(Wn)){let o=t.filter(r=>ra(r)===n).length,s=`${Wn[n]} ${o} ${o===1?n:jl[n]}`;o&&e.
push(f("span",{class:"claim "+n},f("span",{class:"verdict"},s)))}return e}function Dl(t,e){let n=t.overview.bands.filter(o=>o.stw&&o.name.includes("("+e+")"));return n.some(o=>o.n>1)?null:n.length?n.reduce((o,s)=>s.end-s.start>o.end-o.
start?s:o):null}function la(t){let{gc:e,stat:n,procs:o}=t.page;if(k("gc").hidden=e.all+e.stops.length===0,k("gc").hidden)return;let s=Math.max(1,t.duration*Math.
max(1,n.procs.gomaxprocs||o.length)),r=u=>`${w(u)} (${C(u/s)} of the Ps’ time)`;Vt("gc-numbers",[["collections",e.all?y(e.all):"none in this trace"],["GC work\
ers",e.workers?r(e.workers):"","running time of the GC’s own goroutines during marking"],["assists",e.assists?r(e.assists):"","time in which allocating gorout\
ines had to help with marking"],["goroutines paused",e.stopped?w(e.stopped):"","by a stop-the-world or a scan of their stack; summed over goroutines"]]);let a=Math.
max(...e.stops.map(u=>u.total_ns),1),c=(u,h)=>({title:u,num:!0,unit:"ns",value:m=>m[h],text:m=>w(m[h])});tt("gc-stops",e.stops.length,()=>new D([{title:"reason",
value:u=>u.reason,text:u=>u.reason||"unknown"},{title:"count",num:!0,value:u=>u.count,text:u=>y(u.count)},{title:"total",num:!0,unit:"ns",value:u=>u.total_ns,text:u=>Q(
w(u.total_ns),u.total_ns/a,b().stw)},c("p50","p50_ns"),c("p99","p99_ns"),c("max","max_ns"),{title:"",text:u=>{let h=Dl(t,u.reason);return h?v("show the longest",
()=>K({from:h.start,to:h.end})):""}}],e.stops,{what:"reasons"}).node);let i=Math.max(...e.cycles.map(([u,h])=>h-u),1),l=e.cycles.map(([u,h],m)=>({n:m+1,from:u,to:h}));
k("gc-collections").hidden=l.length===0,tt("gc-cycles",l.length,()=>new D([{title:"collection",num:!0,value:u=>u.n,text:u=>v(String(u.n),()=>K({from:u.from,to:u.
to}),"show in the timeline")},{title:"start",num:!0,unit:"ns",value:u=>u.from,text:u=>M(Math.max(0,u.from),t.duration/1e4,t.duration)},{title:"mark phase",num:!0,
unit:"ns",value:u=>u.to-u.from,text:u=>Q(w(u.to-u.from),(u.to-u.from)/i,b().gc)}],l,{what:"collections",few:6}).node),It("more-cycles",l.length,e.all,"collectio\
ns")}var Zt={};X(Zt,{build:()=>as,courses:()=>qn,groupings:()=>Ve,hit:()=>is,orders:()=>He,press:()=>Un,statsOf:()=>va});var ns=6.7,Kt={silent:!0,x:0,y:0,z2:0},De={stroke:"none",lineWidth:1,opacity:1},Pt=t=>({type:"group",children:t.length?t:[{...Kt,type:"schedvizRects",shape:{rects:[]},
style:De}]}),Et=class{constructor(){this.looks=[],this.last=null}add(e,n,o,s,r,a){let c=this.last;(c===null||c.fill!==e||c.opacity!==n)&&(c=this.last=this.of(e,
n)),c.rects.push(o,s,r,a)}of(e,n){for(let s of this.looks)if(s.fill===e&&s.opacity===n)return s;let o={fill:e,opacity:n,rects:[]};return this.looks.push(o),o}elements(){
return this.looks.map(e=>({...Kt,type:"schedvizRects",shape:{rects:e.rects},style:{...De,fill:e.fill,opacity:e.opacity}}))}};function ua(t,e,n,o,s,r,a){let c=Math.
floor((s-o-10)/ns),i=n.find(l=>l.length<=c);!i||e.length>=t.labelBudget||e.push({...Kt,type:"text",z2:2,x:o+5,y:r+.5,style:{text:i,fill:ct(a),stroke:"none",lineWidth:0,
backgroundColor:"transparent",padding:0,font:"10.5px "+t.font,verticalAlign:"middle"}})}var Gn=5,Vl=15,Xl=150,Yl=3,ha=12,os=({levels:t})=>Math.max(3,Math.min(Vl,Math.floor(Xl/t))),ma=t=>Gn+4+t.levels*os(t),da=(t,e)=>e.g>=0?zt(t,e.g):nt(e.what==="ta\
sk"?e.id:4);function Kl(t,{name:e,g:n}){return t.found?!t.found.has(n)&&!t.filter.words.some(o=>o.kind==="func"&&e.toLowerCase().includes(o.value)):!1}function pa(t,e,n,o){
let s=new Et,r=[],a=os(e),c=new Int32Array(e.levels).fill(-1);s.add(b().track,1,0,o+Gn,n.width,e.levels*a);let i=l=>(l-n.from)/(n.to-n.from)*n.width;for(let l of e.
boxes){if(l.start>n.to)break;if(l.end<n.from)continue;let u=Math.max(i(l.start),-1),h=Math.max(1,Math.min(i(l.end),n.width+1)-u-1);if(h<=1&&Math.floor(u)===c[l.
level])continue;c[l.level]=Math.floor(u+h);let m=o+Gn+l.level*a,g=Kl(t,l),d=g?b().dim:da(t,l);s.add(d,.85,u,m,h,Math.max(2,a-1)),l.what==="task"&&Zl(t,l,i,m,a,s),
!g&&a>=12&&ua(t,r,Jl(t,l),Math.max(u,0),Math.min(u+h,n.width),m+a/2,d)}return[...s.elements(),...r]}function Zl(t,e,n,o,s,r){let a=-9;for(let{time:c}of t.model.
logs.get(e.task)||[]){let i=n(c);c<e.start||c>e.end||i-a<2||(a=i,r.add(b().text,1,i-.75,o,1.5,Math.max(2,s-1)))}}function Jl(t,e){let n=w(e.end-e.start),o=e.what===
"task"?`${e.name} ${e.id}`:[e.name,e.g>=0&&E(t.model,e.g)].filter(Boolean).join(" ");return[`${o} · ${n}`,o,e.name]}function ga(t,e,n,o){let s=(t.view.to-t.view.
from)/t.width,r=Math.floor((o-Gn)/os(e)),a=null,c=3*s;for(let i of e.boxes){if(i.start>n+c)break;if(i.level!==r)continue;let l=Math.max(i.start-n,n-i.end,0);l<=
c&&([a,c]=[i,l])}return a&&{kind:"task",lane:e,t:n,box:a,tip:()=>tu(t,a,n,s),click:()=>ka(t,a)}}var Ql=t=>t.what==="task"?`task ${t.id}`:"region";function wa(t,e){
return f("div",{class:"who"},F(da(t,e)),f("b",{},e.name)," "+Ql(e))}function ya(t,e){let{model:n}=t,o=e.what==="task"&&e.parent>0?`task ${e.parent}`:"";return[[
"start",e.start>0?M(e.start,1e3):"at or before the start of the trace"],["duration",w(e.end-e.start)+(e.open?", still open at the end of the trace":"")],["paren\
t",o],["goroutine",e.g>=0?`${E(n,e.g)} ${A(G(n,e.g))}`:""],["task",e.what==="region"&&e.task>0?String(e.task):""]]}function tu(t,e,n,o){let s=e.what==="task"&&t.
model.logs.get(e.task)||[],r=s.filter(a=>Math.abs(a.time-n)<=Yl*o).slice(0,4);return f("div",{},wa(t,e),H([...ya(t,e),["logs",s.length?y(s.length):""],...r.map(
a=>["log",a.text])]))}function ka(t,e){t.selectRange(e.start,Math.max(e.end,e.start+1)),t.openPanel(eu(t,e))}function eu(t,e){let{model:n}=t,o=e.what==="task"?n.
lanes.t.flatMap(a=>a.what==="region"?a.boxes.filter(c=>c.task===e.id):[]):[],s=e.what==="task"?n.logs.get(e.id)||[]:[],r=[...new Set([...o.map(a=>a.g),e.g])].filter(
a=>a>=0);return[wa(t,e),H(ya(t,e)),f("div",{class:"actions"},v("zoom to selection (F)",()=>t.fitSelection()),r.length>0&&v(r.length===1?`only ${E(n,r[0])}`:`onl\
y its ${r.length} goroutines`,()=>t.show({gs:r.map(a=>n.gs.id[a])}))),...fa("Regions",o.sort((a,c)=>c.end-c.start-(a.end-a.start)),a=>[a.name+(a.g>=0?" "+E(n,a.
g):""),w(a.end-a.start),()=>ka(t,a)]),...fa("Logs",s,a=>[a.text,M(a.time,1e3),()=>t.goToTime(a.time)])].filter(Boolean)}function fa(t,e,n){if(!e.length)return[];
let o=e.length-ha;return[f("h4",{},`${t} (${y(e.length)})`),f("table",{class:"mini"},e.slice(0,ha).map(s=>{let[r,a,c]=n(s);return f("tr",{},f("td",{},v(r,c)),f(
"td",{class:"num"},a))})),o>0&&f("p",{class:"quiet"},`and ${y(o)} more, listed in the tables below`)]}function ba(t){let e=t.flatMap(n=>n.boxes);return{spans:{start:e.
map(n=>n.start),end:e.map(n=>n.end)},lanes:[{rows:e.map((n,o)=>o)}]}}var nu=["p","m","c","t","g"],ou={p:"P",m:"M",c:"core",g:"goroutine"},su=new Int32Array(0),ss="runtime",ru=20;function va({overview:t},e){if(e.stats)return e.stats;
let n={first:1/0,running:0,waiting:0,latency:0},{spans:o}=t,s=t.lanes.get(e)?.rows??[];for(let r of s){let a=o.state[r],c=o.dur[r];a===L?n.running+=c-o.idle[r]:
a===T?n.waiting+=c:a===R&&(n.latency=Math.max(n.latency,c))}return s.length&&(n.first=o.start[s[0]]),e.stats=n}var Ma={id:null,first:t=>t.first,running:t=>-t.running,
latency:t=>-t.latency,waiting:t=>-t.waiting};function au(t,e,n){let o=Ma[n];return o?e.map(s=>[o(va(t,s)),s]).sort((s,r)=>s[0]-r[0]).map(([,s])=>s):e}var $a={none:null,
function:({model:t},e)=>A(G(t,e.key))||"unknown function",parent({model:t},e){let n=t.gs.parent[e.key],o=t.byID.get(n);return n>0?`from G${n}`+(o===void 0?"":" "+
A(G(t,o))):"unknown parent"},state:(t,e)=>iu(t.model,e,t.arranged.at??t.model.duration)};function iu({overview:t,strings:e,duration:n},o,s){let{spans:r}=t,a=t.lanes.
get(o)?.rows??su;if(!a.length)return"unknown";let c=s>=n?a.length-1:V(r,{rows:a},s,0),i=a.at(-1);if(c<0)return s<r.start[a[0]]?"not created yet":s>=r.end[i]?"en\
ded":"unknown";let l=a[c];if(s>=n&&r.end[i]<n-1)return"ended";let u=e[r.reason[l]];return r.state[l]===T&&u?"waiting: "+u:at[r.state[l]]}function cu({spans:t},{
rows:e},{from:n,to:o}){for(let s=it(t,e,n);s<e.length&&t.start[e[s]]<o;s++){let r=t.state[e[s]];if(r===L||r===R||r===W)return!0}return!1}function as(t){let{model:e,
shown:n,arranged:o}=t,s=o.pins.map(c=>t.laneByID(c)).filter(Boolean),r=[];for(let c of nu){if(!n[c])continue;c==="g"&&!t.found&&r.push(...e.part.groups.map(l=>hu(
e,l)));let i=e.lanes[c].filter(l=>!s.includes(l)&&!o.hidden.has(ut(e,l)));c==="g"&&t.found&&(i=i.filter(l=>t.found.has(l.key))),c==="g"&&o.active&&(i=i.filter(l=>cu(
e,l,t.view))),c==="g"&&(i=au(e,i,o.order)),r.push(...uu(t,c,i))}let a=r.filter(c=>(c.lanes.length||c.without)&&!o.hidden.has(c.key));for(let c of a)c.folded=!!c.
without||(o.folds.get(c.key)??(a.length>1&&lu(t,c)));return{pinned:s,groups:a}}var lu=(t,e)=>e.by===ss?!t.found:e.by!=="none"&&e.lanes.length>ru;function uu(t,e,n){
if(e!=="g")return xa(t,e,n);let{system:o}=t.model.gs,s=n.filter(a=>!o[a.key]),r=n.filter(a=>o[a.key]);return[...xa(t,e,s),rs(t.model,e,ss,r,ss)]}function xa(t,e,n){
let o=e==="g"?t.arranged.group:"none",s=e==="t"?(a,c)=>c.what+"s":$a[o];if(!s)return[rs(t.model,e,"",n,o)];let r=new Map;for(let a of n){let c=s(t,a);r.has(c)?r.
get(c).push(a):r.set(c,[a])}return[...r].map(([a,c])=>rs(t.model,e,a,c,o))}function rs(t,e,n,o,s){let r=e==="g"?t.part.groups.reduce((c,i)=>c+i.goroutines-i.lanes,
0):0,a=(r?y(o.length)+" of ":"")+S(o.length+r,ou[e]);return{kind:"group",key:n?e+"/"+n:e,of:e,by:s,title:n||a,count:n?y(o.length):"",lanes:o,model:t,rows:new Int32Array(
0),marks:[],under:[]}}function hu(t,e){let n=e.goroutines-e.lanes,o=e.others?"other functions":A(e.func)||"unknown function",s=`${S(e.goroutines,"goroutine")} ${e.
others?"of functions without a group of their own":e.func?"of "+e.func:"with unknown start function"}: ${e.lanes?`the ${y(e.lanes)} that ran longest have a lane\
, ${y(n)} have none`:"none has a lane of its own"}. This lane counts all of them.`;return e.lane??={kind:"group",key:"without/"+o,of:"g",by:"without",title:o,count:`\
+${y(n)} without a lane`,lanes:[],without:e,explained:s,model:t,rows:new Int32Array(0),marks:[],under:[]}}function qn(t){let{part:e,spans:n}=t.model;if(t.without)
return{courses:t.without.courses,max:Math.max(1,...t.without.courses.map(({f:a})=>a.max))};if(t.counted?.part===e)return t.counted;let o=(a,c,{lanes:i,spans:l}={
lanes:t.lanes,spans:n})=>({name:a,f:ue(i,l,c)}),s=t.of==="g"?[o("running",L),o("runnable",R)]:t.of==="t"?[o("open",null,ba(t.lanes))]:[o("running",null)],r=Math.
max(1,...s.map(({f:a})=>a.max));return t.counted={part:e,courses:s,max:t.of==="p"||t.of==="c"?t.lanes.length:r}}function is(t,e,n){return{kind:"group",lane:e,t:n,
tip:()=>fu(t,e,n),click:()=>Un(t,e)}}function Un(t,e){e.without?Nn(e.explained):t.fold(e.key,!e.folded)}function fu(t,e,n){let o=(t.view.to-t.view.from)/t.width;
if(e.without)return mu(e,n,o);let s=e.of==="t"?"":" of "+y(e.lanes.length),r=qn(e).courses.map(({name:a,f:c})=>[a,y(jt(c,n))+s]);return f("div",{},f("div",{class:"\
who"},f("b",{},e.title)),H([["lanes",y(e.lanes.length)],["at",M(n,o)],...r]),f("div",{class:"quiet"},e.folded?"click to unfold":"click to fold"))}function mu(t,e,n){
let{goroutines:o,lanes:s,step:r,courses:a}=t.without;return f("div",{},f("div",{class:"who"},f("b",{},t.title)),H([["goroutines",y(o)],["with a lane",y(s)],["at",
M(e,n)],...a.map(({name:c,f:i})=>[c,`${jt(i,e).toFixed(1)} (mean of ${w(r)})`])]),f("div",{class:"quiet"},t.explained))}var He=Object.keys(Ma),Ve=Object.keys($a);var fs={};X(fs,{AXIS:()=>jn,COUNTER_GAP:()=>ae,gutterWidth:()=>hs,indexAt:()=>xe,itemOf:()=>Xe,place:()=>us,visible:()=>vt,yOf:()=>xt});var jn=24,du=14,Aa=34,ae=10,cs=8,pu=19,gu=38,wu=22,La=()=>innerWidth<640;function us(t){let{pinned:e,groups:n}=as(t),o=La()?Math.max(260,Math.round(innerHeight*
.6)):yu(t),s=(t.axis?jn:0)+(t.model.bands.length?du:2),r=Sa(t,Aa),a=o-s-r.height-(r.rows.length?ae:0);for(let x of n)x.headed=!t.compact||x.folded||x.by!=="none";
let c=ku(e,n,a),i=bu(e,c),{items:l,total:u}=xu(n,c),h=Math.max(40,Math.min(a-i.height,u)),m=Math.floor((a-i.height-h)/Math.max(1,r.rows.length));r=Sa(t,Aa+Math.
max(0,Math.min(46,m)));let g=s+(t.compact?0:i.height),d=s+i.height+h,p=r.height+(r.rows.length?ae:0);if(t.compact)for(let x of i.items)x.y+=h+i.height;return{groups:n,
pinned:i.items,lanes:l,ceiling:s,top:g,viewport:h,total:u,pins:{top:t.compact?g+h:s,height:i.height},bottom:d,counters:r.rows,below:p,height:d+p}}function yu({room:t}){
return typeof t=="function"?t():Math.max(260,Math.round(innerHeight*t))}function ku(t,e,n){let o=[...t,...e.flatMap(a=>a.folded?[]:a.lanes)],s=o.filter(a=>!ls(a)).
length,r=6+(t.length?cs:0);for(let a of o)r+=ls(a);for(let a of e)r+=Ta(a);return Math.max(34,Math.min(96,Math.floor((n-r)/Math.max(1,s))))}var ls=t=>t.kind==="\
g"?wu:t.kind==="t"?ma(t):0;function Ca(t,e,n){return{lane:t,y:e,height:ls(t)||n,head:t.kind==="g"?6:12}}var Ta=t=>t.folded?gu:t.headed?pu:0;function bu(t,e){let n=[],
o=t.length?cs:0;for(let s of t)n.push({...Ca(s,o-cs,e),pinned:!0}),o+=n.at(-1).height;for(let s of n)s.y-=o;return{items:n,height:o}}function xu(t,e){let n=[],o=0;
for(let s of t){let r=Ta(s);if(r&&n.push({lane:s,y:o,height:r,head:4}),o+=r,!s.folded)for(let a of s.lanes)n.push(Ca(a,o,e)),o+=n.at(-1).height}return{items:n,total:o+
2}}function Sa({model:t,counts:e,onlyCounters:n,scales:o},s){let r=t.page.stat.procs.gomaxprocs||t.lanes.p.length,c=["running","runnable","queued","idle Ps","sp\
inning","heap"].filter(i=>e[i]&&(!n||n.includes(i))).map((i,l)=>({name:i,y:l*(s+8),height:s,max:Math.max(1,e[i].max,i==="running"||i==="idle Ps"?r:0),scale:o[i]??
0}));return{rows:c,height:c.length*(s+8)}}var xt=({layout:t,scrollTop:e},{y:n,pinned:o})=>t.top+n-(o?0:e);function Xe({layout:t},e){return t.byLane??=new Map([...t.
pinned,...t.lanes].map(n=>[n.lane,n])),t.byLane.get(e)}function hs({shown:t,arranged:e}){let n=La();return t.g||t.t||e.pins.some(o=>"gt".includes(o[0]))?n?104:190:
t.m?n?80:100:n?72:84}function xe(t,e){let n=0,o=t.length;for(;n<o;){let s=n+o>>1;t[s].y+t[s].height>e?o=s:n=s+1}return n}function vt({layout:t,scrollTop:e}){let n=[],
{lanes:o,viewport:s}=t;for(let r=xe(o,e);r<o.length&&o[r].y<e+s;r++)n.push(r);return n}var vu=16,Mu=10,Ye=2,$u=6,Ia=.38;function Oa(t,e,n,o,s,r,a){if(!n.length||r<vu)return t.add(e,1,o,s,r,a);t.add(e,Ia,o,s,r,a);for(let c=o,i=0;c<o+r;c+=n[i%n.length],
i++)i%2===0&&t.add(e,1,c,s,Math.min(n[i%n.length],o+r-c),a)}function Ea(t,e,n,o,s,r){if(!(s<Mu||r<Ye+2))for(let a=n+2;a+Ye<n+s;a+=$u)t.add(ct(e),.75,a,o+r-Ye-1,
Ye,Ye)}function Pa(t,e){if(!e.length)return t;let n=0;return`repeating-linear-gradient(to right, ${e.map((s,r)=>`${r%2?`color-mix(in srgb, ${t} ${100*Ia}%, tran\
sparent)`:t} ${n}px ${n+=s}px`).join(", ")})`}var ve=(t,e)=>t.root.querySelectorAll(`[data-${e}]`);function Ba(t){let{root:e,nodes:n}=t;for(let o of ve(t,"lanes"))o.addEventListener("click",()=>t.switchLanes(
o.dataset.lanes,!t.shown[o.dataset.lanes]));for(let o of ve(t,"colour"))o.addEventListener("click",()=>t.setColour(o.dataset.colour));for(let o of ve(t,"arrows"))
o.addEventListener("click",()=>t.toggleArrows(o.dataset.arrows));n.group.addEventListener("change",()=>Au(t,n.group.value)),n.order.addEventListener("change",()=>t.
orderBy(n.order.value)),n.active.addEventListener("click",()=>t.activeOnly(!t.arranged.active)),n.hidden.addEventListener("click",()=>t.showHidden()),n.find.addEventListener(
"input",()=>t.search(n.find.value)),n.find.addEventListener("keydown",o=>o.key==="Enter"&&t.nextMatch(o.shiftKey?-1:1)),e.querySelector(".zoom-in").addEventListener(
"click",()=>t.zoom(.5)),e.querySelector(".zoom-out").addEventListener("click",()=>t.zoom(2)),e.querySelector(".zoom-all").addEventListener("click",()=>t.reset())}
function Au(t,e){e==="state-here"?t.groupBy("state",t.timeHere()):t.groupBy(e)}function Mt(t){for(let o of ve(t,"lanes"))o.setAttribute("aria-pressed",t.shown[o.
dataset.lanes]),o.dataset.lanes==="c"&&(o.hidden=!t.model.lanes.c.length),o.dataset.lanes==="t"&&(o.hidden=!t.model.lanes.t.length);for(let o of ve(t,"colour"))
o.setAttribute("aria-pressed",String(t.colourBy===o.dataset.colour));for(let o of ve(t,"arrows"))o.setAttribute("aria-pressed",t.arrows[o.dataset.arrows]);let{arranged:e,
nodes:n}=t;n.group.value=e.group==="state"&&e.at!==null?"state-here":e.group,n.order.value=e.order,n.active.setAttribute("aria-pressed",e.active),t.root.querySelector(
".arrange").hidden=!t.shown.g,n.opening.hidden=!t.opening,n.hidden.hidden=e.hidden.size===0,n.hidden.textContent=`show ${e.hidden.size} hidden`,n.legend.replaceChildren(
...Su(t))}function Su(t){let e=t.speaksFor??[t.model],n=e.flatMap(s=>s.bands),o=[...Lu(t),...Cu(e)];if(t.colourBy==="state"||t.shown.g){for(let s of["running","\
runnable","syscall"])o.push(f("span",{},F(I(s)),s));if(t.shown.g)for(let s of new Set(e.flatMap(Tu)))o.push(Iu(s))}if(e.some(s=>s.onCore)&&(t.shown.p||t.shown.m||
t.shown.g)){let s=za(t).length?b().muted:b().accent;o.unshift(f("span",{},F(s),"on a core"),f("span",{title:"running according to the trace, but its thread was \
off-CPU: preempted by the kernel, or blocked"},f("span",{class:"swatch",style:{background:"transparent",boxShadow:"inset 0 0 0 1.5px "+s}}),"running, but off-CP\
U"))}return n.some(s=>s.stw)&&o.push(f("span",{},F(b().stw),"stop-the-world")),n.some(s=>!s.stw&&!s.gap)&&o.push(f("span",{},F(b().gc),"GC")),n.some(s=>s.gap)&&
o.push(f("span",{},F(b().dim),"missing from the trace")),o}var za=t=>t.colourBy==="function"?(t.model.roles?.names??[]).filter(e=>e):[],Lu=t=>za(t).map((e,n)=>f(
"span",{class:"role"},F(nt(n)),e));function Cu(t){let e=new Set(t.flatMap(n=>Array.from(n.overview.marks.kind,o=>U[o])));return wo.filter(n=>e.has(n)).map(n=>f(
"span",{title:yt(n)},f("i",{style:{color:ft(n)}},mt(n))," "+ne(n)))}function Tu(t){if(t.waitKinds)return t.waitKinds;let{spans:e}=t.overview,n=new Set;for(let s=0;s<
e.state.length;s++)e.state[s]===T&&n.add(e.reason[s]);let o=new Set(Array.from(n,s=>ce(t.strings[s])));return t.waitKinds=mn.filter(s=>o.has(s))}function Iu(t){
return f("span",{title:`waiting: ${t.name}`},f("span",{class:"swatch line",style:{background:Pa(t[st()],t.dash)}}),t.name)}var Hn=8,Ra=()=>({group:"none",at:null,order:"id",active:!1,folds:new Map,pins:[],hidden:new Set}),Fa={arrange(t){Object.assign(this.arranged,t),Mt(this),this.relayout()},
groupBy(t,e=null){Ve.includes(t)&&(t!=="none"&&(this.shown.g=!0),this.arrange({group:t,at:t==="state"?e:null}))},orderBy(t){He.includes(t)&&this.arrange({order:t})},
activeOnly(t){t&&(this.shown.g=!0),this.arrange({active:t})},fold(t,e){this.arranged.folds.set(t,e),this.arrange({})},foldAll(){let t=this.layout.groups.some(e=>!e.
folded);for(let e of this.layout.groups)this.arranged.folds.set(e.key,t);this.arrange({})},isPinned(t){return this.arranged.pins.includes(ut(this.model,t))},pin(t,e=null){
if(t.kind==="group")return;e??=!this.isPinned(t);let n=ut(this.model,t),o=this.arranged.pins.filter(s=>s!==n);this.arrange({pins:e?[...o,n].slice(-Hn):o}),this.
say(`${J(this.model,t)} ${e?"is pinned to the top":"is unpinned"}`)},hide(...t){for(let e of t){let n=e.kind==="group"?e.key:ut(this.model,e);this.arranged.hidden.
add(n),this.arranged.pins=this.arranged.pins.filter(o=>o!==n)}this.arrange({}),this.say(`${t.length===1?J(this.model,t[0])+" is":t.length+" lanes are"} hidden`)},
showHidden(){this.arrange({hidden:new Set}),this.say("all lanes are visible again")},laneByID(t){let e=Object.values(this.model.lanes),n=e.reduce((o,s)=>o+s.length,
0);return this.ids?.count!==n&&(this.ids={count:n,lanes:new Map(e.flat().map(o=>[ut(this.model,o),o]))}),this.ids.lanes.get(t)},chosenLane(){return(this.nodes.gutter.
contains(document.activeElement)?document.activeElement.closest(".lane-label"):null)?.lane??this.selected?.lane??null},reveal(t){let{kind:e}=t;(this.arranged.hidden.
delete(ut(this.model,t))||!this.shown[e]&&!this.isPinned(t))&&(this.shown[e]||=!this.isPinned(t),this.arrange({}));let o=this.layout.groups.find(c=>c.folded&&c.
lanes.includes(t));o&&this.fold(o.key,!1);let s=Xe(this,t);if(!s||s.pinned)return;let{scroll:r}=this.nodes,{viewport:a}=this.layout;s.y<r.scrollTop?r.scrollTop=
s.y-4:s.y+s.height>r.scrollTop+a&&(r.scrollTop=s.y+s.height-a+4),this.scrollTop=r.scrollTop,this.redraw()},say(t){this.nodes.said.textContent=t}};var gs=["p","m","c","t","g"],Ou=["goroutine","function","state"],Vn=500,Eu=2e3,Ke=t=>gs.filter(e=>t[e]).join("");function ws(t){let e=new URLSearchParams,{view:n,
arranged:o,selected:s}=t;(n.from>0||n.to<t.extent)&&(e.set("from",String(Math.round(n.from))),e.set("to",String(Math.round(n.to)))),Ke(t.shown)!==Ke(t.usual)&&e.
set("lanes",Ke(t.shown)),t.colourBy!=="goroutine"&&e.set("colour",t.colourBy),t.nodes.find.value&&e.set("find",t.nodes.find.value),o.group!=="none"&&e.set("grou\
p",o.group),o.at!==null&&e.set("at",String(Math.round(o.at))),o.order!=="id"&&e.set("order",o.order),o.active&&e.set("active","yes");for(let r of o.pins)e.append(
"pin",r);for(let r of[...o.hidden].slice(0,Vn))e.append("hide",r);for(let[r,a]of[...o.folds].slice(0,Vn))e.append(a?"fold":"open",r);for(let r of["chain","all"])
t.arrows[r]&&e.append("arrows",r);return s?e.set("sel",ut(t.model,s.lane)+"@"+Math.round(t.model.spans.start[s.row])):t.range&&e.set("sel",Math.round(t.range.from)+
"-"+Math.round(t.range.to)),e.toString()}function Xn(t,e){let n=new URLSearchParams;if(e.to>0){let{from:r,to:a}=t.around(e.from,e.to);n.set("from",String(Math.round(
r))),n.set("to",String(Math.round(a)))}let o=gs.filter(r=>e.lanes.includes(r)&&t.model.lanes[r].length).join("");o&&o!==Ke(t.usual)&&n.set("lanes",o),e.colour&&
e.colour!=="goroutine"&&n.set("colour",e.colour),e.find&&n.set("find",e.find),e.group&&n.set("group",e.group),e.order&&n.set("order",e.order);let s=e.pin.map(r=>"\
g"+r).filter(r=>t.laneByID(r));for(let r of new Set(s.slice(-Hn)))n.append("pin",r);for(let r of e.hide.slice(0,Vn))n.append("hide","g"+r);return n.toString()}var ys=(t,e)=>e===
t.opening?"":e||"lanes="+Ke(t.usual),Ga=(t,e)=>"#"+ys(t,e);function _a(t,e){let n=ys(t,e);n!==ps()&&history.pushState(null,"",qa(n))}var ps=()=>location.hash.slice(
1),qa=t=>t?"#"+t:location.pathname+location.search;function Ze(t){let e=new URLSearchParams(t);return e.delete("sel"),e.toString()}function ms(t,e){let n=Number(
t);return t===null||t===""||!Number.isFinite(n)||n<0?e:n}var ds=(t,e,n)=>e.includes(t)?t:n;function Yn(t,e){let n=new URLSearchParams(e),o=l=>n.getAll(l).slice(
0,Vn),s=n.get("lanes");for(let l of gs)t.shown[l]=s===null?!!t.usual[l]:s.includes(l);t.colourBy=ds(n.get("colour"),Ou,"goroutine");let r=[...o("fold").map(l=>[
l,!0]),...o("open").map(l=>[l,!1])],a=ds(n.get("group"),Ve,"none");t.arranged={group:a,at:a==="state"?ms(n.get("at"),null):null,order:ds(n.get("order"),He,"id"),
active:n.get("active")==="yes",pins:[...new Set(o("pin"))].filter(l=>t.laneByID(l)).slice(-Hn),hidden:new Set(o("hide")),folds:new Map(r)};for(let l of["chain",
"all"])t.arrows[l]=o("arrows").includes(l);(t.selected||t.range||t.away)&&t.unselect(),t.search((n.get("find")||"").slice(0,Eu));let c=ms(n.get("from"),0),i=ms(
n.get("to"),t.extent);i>c&&t.setView(c,i),Pu(t,n.get("sel")||"")}function Pu(t,e){let n=/^(.{1,200})@(\d{1,18})$/.exec(e),o=/^(\d{1,18})-(\d{1,18})$/.exec(e);o&&
Number(o[1])<Number(o[2])&&t.selectRange(Number(o[1]),Number(o[2]));let s=n&&t.laneByID(n[1]);if(!s)return;let r=V(t.model.spans,s,Number(n[2])+.5,1);r<0||(t.select(
s,r),Xe(t,s)&&t.reveal(s))}function Ua(t){let e=()=>Yn(t,ps()||t.opening);e(),t.on("settled",n=>{let o=ys(t,n);o!==ps()&&history.replaceState(null,"",qa(o))}),addEventListener(
"hashchange",e)}function Va({page:t}){let{lesson:e}=t,n=k("lesson");n.hidden=!e,e&&(n.replaceChildren(f("div",{},f("h2",{},"What runs"),f("p",{},e.what),Nu(e.printed),Wu(t.claims)),
e.look.length>0&&f("div",{},f("h2",{},"What to look at"),f("ol",{},e.look.map(Bu))),e.next.length>0&&f("div",{},f("h2",{},"What to try next"),Ru(e.next))),_.on(
"settled",o=>{let s=Ze(o);for(let r of n.querySelectorAll("a"))r.view===s?r.setAttribute("aria-current","true"):r.removeAttribute("aria-current")}))}function Nu(t){
return t?[f("h3",{},"It printed"),f("pre",{class:"printed",tabIndex:0,role:"region","aria-label":"What it printed"},t)]:f("p",{class:"quiet"},"It printed nothin\
g.")}function Bu({text:t,view:e}){let n=Xn(_,e);return f("li",{},f("a",{href:Ga(_,n),view:n,onclick:o=>zu(o,n,t)},t))}function zu(t,e,n){t.ctrlKey||t.metaKey||t.
shiftKey||(t.preventDefault(),_.undo.visit(e),_.say(`The timeline now shows: ${n}`),_.root.scrollIntoView({block:"nearest"}))}var Da=3;function Ru(t){let e=f("u\
l",{},t.slice(0,Da).map(Ha)),n=t.slice(Da),o=v(`${n.length} more`,()=>o.replaceWith(...n.map(Ha)));return o.classList.add("more"),n.length&&e.append(o),e}var Ha=({
command:t,effect:e})=>f("li",{},f("code",{},t)," ",Fu(t)," ",f("span",{},e));function Fu(t){let e=Ht("copy",n=>n,()=>t);return e.classList.add("copy"),e.setAttribute(
"aria-label","copy "+t),e}function Wu(t){return t.length?f("p",{class:"verdicts"},v("Claims",()=>k("claims").scrollIntoView({block:"start"}),"go to the claims a\
nd their evidence")," ",ia(t)):null}function _u({page:t,duration:e}){let{migrations:n}=t.stat,o=t.moves,s=o.givenUp+o.takenByMonitor+o.takenByOther,r=o.stolen+o.onSameP;Vt("moves",[["goroutines to\
 another P",y(n.g_between_p),"how often a goroutine ran on a different P than before"],["made ready on one P, ran on another",r?`${y(o.stolen)} of ${y(r)} (${C(
o.stolen/r)}); stolen (inferred)`:"","The trace does not record the run queues: some of these may have come from the global queue instead."],["Ps to another thr\
ead",y(n.p_between_m)],["threads to another core",t.cores?y(n.m_between_cores):""],["Ps handed off in system calls",s?`${y(s)} (${y(o.givenUp)} by the thread it\
self, ${y(o.takenByMonitor)} by sysmon, ${y(o.takenByOther)} by other threads)`:"","handoffs: the goroutine and its thread stayed in the system call, and the P \
went on without them"],["idle P while a goroutine was runnable",o.wasted?`${w(o.wasted)} (${C(o.wasted/e)} of the time; ${w(o.wastedP)} summed over Ps)`:"","unu\
sed parallelism; stop-the-world pauses do not count"]])}function qu(t){let{page:e,duration:n}=t,o=r=>t.lanes.p.find(a=>a.key===r),s=(r,a,c)=>({title:r,colour:a,
num:!0,unit:"ns",hint:c,value:i=>i[r],text:i=>C(i[r]/n)});tt("procs",e.procs.length,()=>new D([{title:"P",num:!0,value:r=>r.id,text:r=>v(String(r.id),()=>qe("p",
o(r.id)),"show its lane in the timeline")},{title:"time",value:r=>r.running,num:!0,unit:"ns",text:r=>Do([["running",r.running/n,I("running")],["system calls",r.
syscall/n,I("syscall")],["scheduling",r.scheduling/n,I("runnable")],["idle",r.idle/n,b().dim]])},s("running",I("running"),"a goroutine ran on it"),s("syscall",I(
"syscall"),"a goroutine was in a system call on it"),s("scheduling",I("runnable"),"a thread held it for the scheduler’s own work, such as looking for goroutines\
 to run"),s("idle",b().dim,"no thread held it"),{title:"slices",num:!0,hint:"how many times a goroutine ran on it",value:r=>r.slices,text:r=>y(r.slices)},{title:"\
handoffs",num:!0,hint:"how often it was taken from a thread in a system call",value:r=>r.handoffs,text:r=>y(r.handoffs)},{title:"thread changes",num:!0,hint:"ho\
w often a different thread than before acquired it",value:r=>r.migrations,text:r=>y(r.migrations)}],e.procs,{what:"Ps",few:8}).node)}function Uu(t){let{page:e,duration:n}=t,
o=e.threads,s=o.some(u=>u.cores),r=Math.max(...o.map(u=>s?u.cores?.onCore||0:u.running+u.syscall),1),a=u=>t.lanes.m.find(h=>h.key===u),c=(u,h,m)=>({title:u,hint:m,
num:!0,unit:"ns",value:h,text:g=>h(g)?w(h(g)):""}),i=(u,h,m)=>({title:u,hint:m,num:!0,value:h,text:g=>h(g)?y(h(g)):""}),l=u=>u<0?"":M(u,n/1e3,n);k("threads").hidden=
o.length===0,tt("threads-table",o.length,()=>new D([{title:"M",num:!0,value:u=>u.id,text:u=>a(u.id)?v(String(u.id),()=>qe("m",a(u.id)),"show its lane in the tim\
eline"):String(u.id)},...s&&o.some(u=>u.cores?.name)?[{title:"name",value:u=>u.cores?.name||"",text:u=>u.cores?.name||""}]:[],...s?[{title:"on cores",num:!0,unit:"\
ns",hint:"with or without a goroutine, as counted by the kernel",value:u=>u.cores?.onCore||0,text:u=>u.cores?Q(w(u.cores.onCore),u.cores.onCore/r,b().accent):""}]:
[],{...c("running",u=>u.running,"time in which it ran goroutines"),...s?{}:{text:u=>Q(w(u.running),u.running/r,I("running"))}},c("in system calls",u=>u.syscall),
i("slices",u=>u.slices),{title:"first goroutine at",num:!0,unit:"ns",value:u=>u.first,text:u=>l(u.first)},{title:"last at",num:!0,unit:"ns",value:u=>u.last,text:u=>l(
u.last)},...s?[i("switched in",u=>u.cores?.switches||0,"how often it got onto a core"),i("preempted",u=>u.cores?.preemptions||0,"how often the kernel took it of\
f its core although it was still runnable"),i("core changes",u=>u.cores?.migrations||0,"how often it got onto a different core than before")]:[]],o,{what:"threa\
ds",few:8}).node),It("more-threads",o.length,e.carried.threads,"threads")}function ju({page:t,duration:e}){let{cores:n}=t;if(k("cores").hidden=!n,!n)return;let o=n.
source==="proc"?"An approximation: each thread’s state in /proc, sampled every millisecond.":"From the kernel’s record of every context switch.";k("cores-ho\
w").textContent=`The stronger the colour, the larger the share of that time step in which a thread of this process was on the core. ${o}`;let s=n.cores.some(a=>a.
other>0),r=(a,c,i,l)=>({title:a,hint:l,colour:i,num:!0,unit:"ns",value:c,text:u=>C(c(u)/Math.max(1,e))});k("core-use").replaceChildren(new D([{title:"core",num:!0,
value:a=>a.id,text:a=>String(a.id)},{title:"time",num:!0,unit:"ns",value:a=>a.onCore,text:a=>Do([["goroutines",a.running/e,I("running")],["runtime, kernel",(a.onCore-
a.running)/e,I("runnable")],["other processes",a.other/e,b().dim]])},r("goroutines",a=>a.running,I("running")),r("runtime, kernel",a=>a.onCore-a.running,I("runn\
able"),"threads of this process that were not running a goroutine"),...s?[r("other processes",a=>a.other,b().dim)]:[]],n.cores,{what:"cores",few:8}).node),k("co\
re-others").replaceChildren(...n.others.length?[f("h3",{},"Other processes"),new D([{title:"process",num:!0,value:a=>a.id,text:a=>String(a.id)},{title:"name",value:a=>a.
name||"unknown",text:a=>a.name||"unknown"},{title:"on cores",num:!0,unit:"ns",value:a=>a.onCore,text:a=>w(a.onCore)}],n.others,{what:"processes",few:5}).node]:[])}
function Xa(t){_u(t),qu(t),ju(t),Uu(t)}var Hu={utilisation:"shared",idle:"shared",cores:"cores",preempt:"preemption",slice:"preemption",latency:"waiting",queue:"shared",wait:"stacks",alive:"goroutine\
s",stw:"gc",gc:"gc",starved:"waiting",firstrun:"waiting"},Vu=3;function Ya(t,e=!t.page.lesson){let{page:n}=t,o=e?n.findings:n.findings.slice(0,Vu),s=n.findings.
length-o.length;k("findings").classList.toggle("few",s>0),k("findings").replaceChildren(...o.map(Xu),...s>0?[f("button",{class:"link more",type:"button",onclick:()=>Ya(
t,!0)},`${s} more`)]:[])}function Xu(t){let e=[f("b",{},t.value),f("span",{},t.text)],n=k(Hu[t.id]||""),o=(s,r)=>f("button",{class:"finding",type:"button",title:s,
onclick:r},e);return t.place?o("show in the timeline",()=>K(t.place)):n&&!n.hidden?o("go to the section below",()=>n.scrollIntoView({block:"start"})):f("div",{class:"\
finding"},e)}function Yu({served:t,exact:e}){return t?"; zoom in to load exact spans":e.length?". The marks below the overview strip lead to exact parts of the \
trace, around its highlights; schedviz serve shows the whole trace exactly":"; schedviz serve shows the whole trace exactly"}function Ku(t,e){let n=e?[["P",e.p],
["M",e.m],["G",e.g]].filter(([,o])=>o>0):[];return!n.length||n.every(([,o])=>o===t)&&n.length===3?w(t):n.map(([o,s])=>`${w(s)} on ${o} lanes`).join(", ")}function Zu(t){
let{carried:e,resolution:n,resolutions:o,rangeResolution:s}=t.page,r=[];(n>0||e.merged>0)&&r.push(`The trace has more spans than fit on a page: neighbouring spa\
ns within ${Ku(n,o)} are merged into one (${S(e.merged,"merged span")}, drawn pale, filled from below by the share of busy time). Longer spans are exact${Yu(t.page)}\
.`);let a=t.overview.groups.length;e.lanes<e.goroutines&&r.push(`${y(e.lanes)} of ${S(e.goroutines,"goroutine")} have a lane: for each start function, those tha\
t ran most.${a?` The others are counted in the ${a===1?"lane of their function":y(a)+" lanes of their functions"}, above the goroutine lanes.`:""}`);let c=t.page.
heats?.utilisation?.rows.length??0;c&&c<t.lanes.p.length&&r.push(`The chart of P utilisation shows the first ${y(c)} of ${S(t.lanes.p.length,"P")}.`),s>0&&r.push(
`The trace has so many GC phases and stop-the-world pauses that those of one kind within ${w(s)} are drawn as one, paler the smaller their share of that time.`);
for(let[i,l]of[["task","longest"],["region","longest"],["log","taken at regular intervals"]]){let u=t.cols[i==="log"?B.time:P[i].type].length,h=e[i+"s"];u<h&&r.
push(l==="longest"?`The timeline shows the ${y(u)} longest of ${S(h,i)}.`:`The timeline shows ${y(u)} of ${S(h,"log message")}, ${l}.`)}e.table<e.stats&&r.push(
`The table lists ${y(e.table)} of ${S(e.stats,"goroutine")}: those alive at the end, as far as they fit, and then those that ran most. All figures cover all gor\
outines.`),k("notes").replaceChildren(...r.map(i=>f("p",{},i)))}function Ju(){k("contents").replaceChildren(...[...document.querySelectorAll("main > section[id]")].
filter(t=>!t.hidden).map(t=>v(t.querySelector("h2").textContent,()=>t.scrollIntoView({block:"start"}))))}function ks(t){Zu(t),aa(t),Va(t),Xa(t),Gr(t),Dr(t),Zo(t),
la(t),Zr(t),sa(t),Ya(t),Ju()}var th={func:t=>t.id<0?"other functions":A(t.name)||"unknown function",p:t=>"P "+t.id,m:t=>t.id<0?"other Ms":"M "+t.id,core:t=>"core "+t.id},Me=t=>th[t.kind](t),
eh=t=>nt({func:0,p:2,m:6,core:10}[t.kind]);function nh({lanes:t},e){if(e.id<0)return;if(e.kind==="func")return e.name&&je(e.name);let n={p:"p",m:"m",core:"c"}[e.
kind];qe(n,t[n].find(o=>o.key===e.id))}function oh(t){let{page:e}=t,n=e.charts.flow.series?.[0]?.links||[];if(!e.cores||!n.length)return null;let{boxes:o}=e.cores,
s=Math.max(...["func","p","m","core"].map(u=>o.filter(h=>h.kind===u).length)),r={func:0,p:1,m:2,core:3},a=innerWidth<640,c=n.filter(u=>o[u.source].kind==="m").reduce(
(u,h)=>u+h.value,0),i=n.reduce((u,h)=>h.value>u.value?h:u),l=(u,h)=>wt(u,["on cores",w(h)],["share",C(h/Math.max(1,c))]);return{height:Math.max(150,Math.min(520,
s*34)),label:`${w(c)} of running time on cores, from functions through Ps and Ms to cores. The largest flow: ${Me(o[i.source])} to ${Me(o[i.target])}, ${w(i.value)}\
.`,option:{series:[{left:8,right:a?60:80,top:8,bottom:8,nodeWidth:12,nodeGap:s>40?1:7,draggable:!1,layoutIterations:32,nodeAlign:"left",data:e.charts.flow.series[0].
data.map(u=>({...u,depth:r[o[u.name].kind],itemStyle:{color:eh(o[u.name]),borderWidth:0}})),label:{show:!0,formatter:({name:u})=>Me(o[u]),color:b().text,fontSize:s>
40?9:11.5,width:a?90:220,overflow:"truncate"},labelLayout:{hideOverlap:!0},lineStyle:{color:"source",opacity:.28,curveness:.5},emphasis:{focus:"trajectory",lineStyle:{
opacity:.55}}}],tooltip:{...Rt(({dataType:u,data:h,value:m})=>l(u==="edge"?Me(o[h.source])+" → "+Me(o[h.target]):Me(o[h.name]),m)),trigger:"item"}},click:({dataType:u,
data:h})=>u==="node"&&nh(t,o[h.name])}}function sh({page:t}){let{groups:e,procs:n}=t.sharing;if(!e?.length)return null;let o=a=>a.others?`${a.others} other func\
tions`:A(a.func)||"unknown function",s=innerWidth<640,r=e.reduce((a,c)=>a+c.total,0);return{height:34+e.length*26,label:`Running time of goroutines by function \
and P. The largest is ${o(e[0])}: ${w(e[0].total)}, ${C(e[0].total/Math.max(1,r))} of the total.`,option:{grid:{left:s?130:250,right:12,top:26,bottom:4,outerBoundsMode:"\
none"},xAxis:[{axisLabel:{formatter:a=>"P "+a,hideOverlap:!0},axisLine:{show:!1},axisTick:{show:!1}}],yAxis:[{axisLabel:{interval:0,formatter:a=>o(e[a]),width:s?
120:238,overflow:"truncate"},axisLine:{show:!1},axisTick:{show:!1}}],visualMap:[{inRange:{color:b().ramp}}],series:[{itemStyle:{borderColor:b().panel,borderWidth:n.
length>64?0:2},label:{show:n.length<=12&&!s,formatter:({value:a})=>a[2]?w(a[2]):"",fontSize:11},data:Ka(t.charts.sharing)}],tooltip:Rt(({value:a})=>{let c=e[a[1]];
return wt(o(c),["on P",String(n[a[0]])],["ran",w(a[2])],["share of its total",C(a[2]/Math.max(1,c.total))],["goroutines",y(c.goroutines)])})},click:({value:a})=>e[a[1]].
func&&je(e[a[1]].func)}}function rh({page:t}){let e=t.charts.moves.series?.[0]?.data||[];if(!e.length)return null;let n=t.charts.moves.xAxis[0].data,o=innerWidth<
640,s=e.reduce((c,i)=>i.value[2]>c.value[2]?i:c).value,r=Math.max(14,Math.min(34,(o?280:480)/n.length)),a={axisLabel:{formatter:c=>"P "+c,hideOverlap:!0},axisLine:{
show:!1},axisTick:{show:!1}};return{height:Math.round(34+n.length*r),label:`Goroutine migrations from P to P; the most frequent, ${y(s[2])} times, is from P ${n[s[1]]}\
 to P ${n[s[0]]}.`,option:{grid:{left:60,width:Math.round(n.length*r*(n.length<12?2:1)),top:26,bottom:4,outerBoundsMode:"none"},xAxis:[a],yAxis:[a],visualMap:[{
inRange:{color:b().ramp}}],series:[{itemStyle:{borderColor:b().panel,borderWidth:n.length>32?0:2},label:{show:n.length<=12&&!o,formatter:({value:c})=>c[2]?y(c[2]):
"",fontSize:11},data:Ka(t.charts.moves)}],tooltip:Rt(({value:c})=>wt(`P ${n[c[1]]} → P ${n[c[0]]}`,["moves",y(c[2])]))}}}function Ka(t){let e=t.visualMap[0].max,
{ramp:n,text:o,panel:s}=b(),r=ct(n[1])==="#ffffff"?s:"#10151c";return t.series[0].data.map(a=>({...a,label:{color:a.value[2]>e*.45?r:o}}))}function ah({page:t}){
let e=t.charts.preempts.yAxis[0].data||[];if(!e.length)return null;let n=t.charts.preempts.series[0].data.map(o=>o.value);return{height:16+e.length*28,label:"Pr\
eemptions by kind: "+e.map((o,s)=>`${y(n[s])} ${yt(o)}`).join(", ")+".",option:{grid:{left:190,right:66,top:4,bottom:4,outerBoundsMode:"none"},yAxis:[{axisLabel:{
formatter:o=>mt(o)+"  "+yt(o),color:b().text,width:180,overflow:"truncate"},axisLine:{show:!1},axisTick:{show:!1}}],series:[{barWidth:12,barMinHeight:2,label:{color:b().
text,formatter:({value:o})=>y(o)},data:t.charts.preempts.series[0].data.map((o,s)=>({...o,itemStyle:{color:ft(e[s])}}))}]},click:({dataIndex:o})=>_r(e[o])}}var Za={
flow:oh,sharing:sh,moves:rh,preempts:ah};function Ja(t,e,n){let o=f("span",{class:"tl-exactness",role:"status"});t.nodes.range.after(" ",o),t.on("draw",()=>ch(t,e,o,n.length)),n.length&&t.nodes.map.after(
uh(t,n))}function ch(t,e,n,o){let{part:s}=t.model,r=s.resolution>0,a=lh(t,s);n.classList.toggle("merged",r);let c=a>0?`spans on a lane that are less than ${w(a)}\
 apart are merged and drawn pale`:"no spans on the lanes shown are merged";if(!r)return Kn(n,"exact","every span in view is shown as it was recorded");if(e.trouble)
return Kn(n,"merged: "+e.trouble,c);if(e.pending)return Kn(n,"merged, loading exact spans…",c);let i=a<=(t.view.to-t.view.from)/t.width;Kn(n,i?"exact to the p\
ixel":`merged within ${w(a)}`,c+(o?"; the marks below the overview strip lead to exact parts, and schedviz serve shows the whole trace exactly":""))}function lh({
shown:t},{resolution:e,resolutions:n}){if(!n)return e;let o={p:n.p,m:n.m,c:n.m,g:n.g};return Math.max(0,...Object.keys(o).filter(s=>t[s]).map(s=>o[s]))}function Kn(t,e,n){
t.textContent!==e&&(t.textContent=e),t.title=n}function uh(t,e){let n=o=>o/t.extent*100+"%";return f("div",{class:"tl-places",role:"group","aria-label":"Exact p\
arts"},e.map(({from:o,to:s})=>{let r=`exact: ${w(s-o)} from ${M(o,1e6)}`,a=t.model.overview.resolution;return f("button",{type:"button",title:r,"aria-label":r,style:{
left:n(o),width:n(s-o)},onclick:()=>t.setView(o>0?o+a:0,s<t.model.duration?s-a:s)})}))}var fh={string:[j.reason,rt.name,q.type,B.category,B.message,qt.name,pt.func],g:[j.g,j.waker,lt.g,rt.g,gt.g.key],m:[j.m,lt.m,et.m],stack:[j.stack,lt.stack]};function Qa(t,{
page:e,strings:n,cols:o}){un(e.kinds);let s={string:mh(t,n)};s.g=dh(t,o,s.string),s.m=ph(t,o[gt.m.key]),s.stack=gh(t,o,s.string);let r={...o};for(let[a,c]of Object.
entries(fh))for(let i of c)o[i]&&(r[i]=Int32Array.from(o[i],l=>l<0?-1:s[a][l]));return r}function Je(t,e){if(!e.length)return t;let n=new t.constructor(t.length+
e.length);return n.set(t),n.set(e,t.length),n}function mh(t,e){let n=t.stringAt??=new Map(t.strings.map((o,s)=>[o,s]));return e.map(o=>(n.has(o)||n.set(o,t.strings.
push(o)-1),n.get(o)))}function dh(t,e,n){let{gs:o,byID:s}=t,r={id:[],func:[],system:[],parent:[],created:[]},a=Array.from(e[kt.id],(c,i)=>{if(!s.has(c)){s.set(c,
o.id.length+r.id.length);for(let l of Object.keys(r))r[l].push(l==="func"?n[e[kt.func][i]]:e[kt[l]][i])}return s.get(c)});for(let c of Object.keys(r))o[c]=Je(o[c],
r[c]);for(let c of e[gt.g.key]){let i=a[c];if(t.laneOfG.has(i))continue;let l=ti("g",i);t.laneOfG.set(i,l),t.lanes.g.push(l)}return a}var ti=(t,e)=>({kind:t,key:e,
rows:new Int32Array(0),marks:[],under:[]});function ph(t,e){let n=new Map(Array.from(t.threads,(r,a)=>[r,a])),o=[],s=Array.from(e,r=>(n.has(r)||(n.set(r,t.threads.
length+o.length),o.push(r),t.lanes.m.push(ti("m",r))),n.get(r)));return t.threads=Je(t.threads,o),s}function gh(t,e,n){let o=t.frameAt??=wh(t.cols),s=t.stackAt??=
yh(t),r={func:[],file:[],line:[],whose:[]},a=t.cols[Z.line].length,c=Array.from(e[Z.line],(m,g)=>{let d={func:n[e[Z.func][g]],file:n[e[Z.file][g]],line:m,whose:e[Z.
whose][g]},p=ei(d);if(!o.has(p)){o.set(p,a+r.line.length);for(let x of Object.keys(r))r[x].push(d[x])}return o.get(p)}),i=[],l=[],u=0,h=Array.from(e[Y.len],m=>{
let g=Array.from(e[Y.frames].subarray(u,u+m),p=>c[p]);u+=m;let d=g.join();return s.has(d)||(s.set(d,t.cols[Y.len].length+i.length),i.push(m),l.push(...g)),s.get(
d)});for(let m of Object.keys(r))t.cols[Z[m]]=Je(t.cols[Z[m]],r[m]);return t.cols[Y.len]=Je(t.cols[Y.len],i),t.cols[Y.frames]=Je(t.cols[Y.frames],l),i.length&&(t.
stackStart=null),h}var ei=({func:t,file:e,line:n})=>`${t} ${e} ${n}`;function wh(t){return new Map(Array.from(t[Z.line],(e,n)=>[ei({func:t[Z.func][n],file:t[Z.file][n],
line:e}),n]))}function yh({cols:t}){let e=0;return new Map(Array.from(t[Y.len],(n,o)=>[t[Y.frames].subarray(e,e+=n).join(),o]))}var kh=200,ni=2e3,bh=2e4,xh=503,$e=0;async function Qe(t,e){let n=new URLSearchParams(location.search).get("token")??"";for(;;){let o=await fetch(t+(t.includes(
"?")?"&":"?")+"token="+encodeURIComponent(n),{signal:e,credentials:"omit",cache:"no-store",referrerPolicy:"no-referrer"});if(o.ok)return o;let s=(await o.text()).
trim(),r=Number(o.headers.get("Retry-After"));if(o.status!==xh||!r)throw new Error(s||"schedviz serve answered "+o.status);await bs(r*1e3*(1+Math.random()/2),e)}}
function bs(t,e){return new Promise((n,o)=>{setTimeout(n,t),e?.addEventListener("abort",()=>o(e.reason),{once:!0})})}var vh=async t=>Te(new Uint8Array(await(await Qe(
`data?part=${t}&edition=${$e}`)).arrayBuffer()));async function oi(){let t=await(await Qe("progress")).json();return $e||=t.edition,Ah(t),t}async function si(t){
try{await Mh(t)}finally{$h()}k("reading-trace").hidden=!0}async function Mh(t){for(let e=!1;;await bs(kh)){let{read:n,size:o,beginning:s,whole:r,error:a,...c}=await oi();
if(c.edition!==$e)return;if(a)throw new Error(a);if(r&&e)return location.reload();if(r||s&&!e){let i=await vh(r?"whole":"beginning");if(Lh(i.page),t(i),e=!0,r)return}
Sh(n,o,e)}}async function $h(){for(let t=ni;;)await bs(t),!document.hidden&&(t=await oi().then(()=>ni,()=>bh))}function Ah(t){let e=k("changed"),n=t.edition!==$e,
o=n?"The trace has been read again.":t.changed;e.dataset.text!==o&&(e.dataset.text=o,e.hidden=!o,e.replaceChildren(o," ",v("Show the new trace",()=>ri(e,n))))}async function ri(t,e){
try{e||await Qe(`reread?edition=${$e}`)}catch(n){t.replaceChildren(`The new trace cannot be read: ${n.message}. `,v("Try again",()=>ri(t,e)));return}history.replaceState(
null,"",location.pathname+location.search),location.reload()}function Sh(t,e,n){let o=k("progress");o.max=e,o.value=t,k("progress-text").textContent=`Reading th\
e trace: ${Gt(t)} of ${Gt(e)}`+(n?"; its beginning is shown below":"")}function Lh({title:t,served:e}){document.querySelector("h1").textContent=t,document.querySelector(
".facts-line").replaceChildren(...e.facts.flatMap((n,o)=>[o?" · ":"",f("span",{},n)])),k("failure").before(...e.warnings.map(n=>f("p",{class:"warning"},n)))}var ai=()=>$e;var Ch=15e5,Th=70;async function Ih(t,e){let n=await Te(e),o=Mn(t,Qa(t,n),n.page);if(Oh(t,o),t.page.rangeResolution||(o.bands=t.overview.bands),!n.page.annotated)
for(let[s,r]of o.lanes)r.under=t.overview.lanes.get(s)?.under||r.under;return o}function Oh(t,e){let{overview:n}=t;for(let[o,{rows:s}]of e.lanes){let r=n.lanes.
get(o)?.rows;if(!(!r?.length||!s.length||o.kind==="c"))for(let a of[s[0],s[s.length-1]])Eh(n.spans,r,e,a)}}function Eh(t,e,n,o){let{spans:s}=n;if(s.start[o]>n.from&&
s.end[o]<n.to)return;let r=V(t,{rows:e},(s.start[o]+s.end[o])/2,0),a=e[r];if(!(r<0||t.n[a]>1||t.g[a]!==s.g[o]||t.state[a]!==s.state[o]))for(let c of["start","en\
d","dur","reason","stack","preempt"])s[c][o]=t[c][a]}var Zn=class{constructor(e){this.exact=e}wanted(e,n){let o=this.exact.findIndex(s=>n(s,e));return o<0?null:
{key:o,...this.exact[o]}}async get({key:e}){return uo(document.getElementById("window-"+e).textContent.trim())}delay=0;isHere=!0},Jn=class{constructor(e){this.edge=
e.overview.resolution,this.duration=e.duration}wanted({from:e,to:n}){let o=2**Math.ceil(Math.log2(Math.max(2*(n-e),8*this.edge,1024))),s=o/8,r=Math.floor(((e+n)/
2-o/2)/s)*s,a={from:Math.max(0,r),to:Math.min(this.duration,r+o)};return{key:a.from+"-"+a.to,...a}}async get({from:e,to:n},o){let s=await Qe(`window?from=${e}&t\
o=${n}&edition=${ai()}`,o);return new Uint8Array(await s.arrayBuffer())}delay=Th},Qn=class{constructor(e,n){this.model=e,this.source=n,this.edge=e.overview.resolution,
this.loaded=new Map,this.pending=null,this.trouble="",this.onload=()=>{},this.unpack=Ih}covers=(e,n)=>(e.from<=0||e.from+this.edge<=n.from)&&(e.to>=this.model.duration||
e.to-this.edge>=n.to);best(e){let n=this.model.overview,o=null;for(let[s,r]of this.loaded)this.covers(r,e)&&r.resolution<n.resolution&&([n,o]=[r,s]);return o!==
null&&this.touch(o),n}touch(e){let n=this.loaded.get(e);this.loaded.delete(e),this.loaded.set(e,n)}look(e,n){let o=this.best(e),s=o.resolution>0&&(this.source.isHere||
o.resolution>(e.to-e.from)/n);return this.want(s?this.source.wanted(e,this.covers):null),o}want(e){if(e&&this.loaded.has(e.key)&&(e=null),this.pending?.key===e?.
key||(this.pending?.abort.abort(),this.pending=null,!e))return;let n=this.pending={key:e.key,abort:new AbortController};setTimeout(()=>this.load(e,n),this.source.
delay)}async load(e,n){let o=()=>n.abort.signal.aborted;if(!o()){try{let s=await this.source.get(e,n.abort.signal);if(o())return;let r=await this.unpack(this.model,
s);this.trouble="",this.keep(e.key,r)}catch(s){if(o())return;this.trouble=String(s?.message||s)}this.pending===n&&(this.pending=null),this.onload()}}keep(e,n){this.
loaded.set(e,n);let o=0;for(let s of[...this.loaded.keys()].reverse())o+=this.loaded.get(s).spans.start.length,o>Ch&&s!==e&&this.loaded.get(s)!==this.model.part&&
this.loaded.delete(s)}};var tn={};X(tn,{causeOf:()=>no,caused:()=>$s,causedBy:()=>vs,inView:()=>xs,ledTo:()=>Ms,onG:()=>Nt,wakeOf:()=>eo});var ci=new WeakMap;function hi(t){let e=ci.get(t.spans);return e||ci.set(t.spans,e=Ph(t)),e}function Ph(t){let{spans:e}=t,n=[];for(let c of t.lanes.g)for(let i of c.
rows)e.state[i]===R&&e.waker[i]>=0&&e.n[i]===1&&n.push(i);let o=Int32Array.from(n).sort((c,i)=>e.start[c]-e.start[i]),s=new Int32Array(t.gs.id.length+1);for(let c of o)
s[e.waker[c]+1]++;for(let c=1;c<s.length;c++)s[c]+=s[c-1];let r=new Int32Array(o.length),a=s.slice();for(let c of o)r[a[e.waker[c]]++]=c;return{rows:o,first:s,byWaker:r}}
function fi(t,e,n,o,s=0,r=e.length){let a=c=>{let i=s,l=r;for(;i<l;){let u=i+l>>1;t.start[e[u]]>=c?l=u:i=u+1}return i};return[a(n),a(o)]}function mi(t,e,n,o){let{
first:s,byWaker:r}=hi(t);if(e<0||e+1>=s.length)return[];let[a,c]=fi(t.spans,r,n,o,s[e],s[e+1]);return Array.from(r.subarray(a,c))}function xs(t,e,n){let{rows:o}=hi(
t),[s,r]=fi(t.spans,o,e,n);return o.subarray(s,r)}function Nt(t,e){let n=t.laneOfG.get(t.spans.g[e]);if(!n)return null;let o=it(t.spans,n.rows,t.spans.start[e]);
return o<n.rows.length&&t.spans.start[n.rows[o]]<=t.spans.start[e]?{lane:n,place:o}:null}function Nh(t,e,n){let{spans:o}=t,s=t.laneOfG.get(e);for(let r of s?[s]:
t.lanes.p){let a=r.rows[it(o,r.rows,n)];if(a!==void 0&&o.start[a]<=n&&o.g[a]===e&&o.state[a]===L)return a}return-1}function to(t,{lane:e,place:n}){let{spans:o,gs:s}=t,
r=e.rows[n],a=o.g[r],c=o.start[r],i=e.rows[n+1]??-1,l=n>0?e.rows[n-1]:-1,u=o.waker[r],h={g:a,row:r,t:c,by:u,byRow:u<0?-1:Nh(t,u,c),run:i>=0&&o.state[i]===L?i:-1,
kind:"unknown",inferred:""};return s.created[a]===c&&l<0?Object.assign(h,{kind:"create",inferred:u<0&&s.parent[a]<=0?"runtime, as for a timer’s function":""}):
u>=0?h.kind="wake":l>=0&&o.state[l]===L?h.kind="self":l>=0&&o.state[l]===W?h.kind="return":l>=0&&o.state[l]===T&&Object.assign(h,{kind:"wake",inferred:Hs(t.strings[o.
reason[l]])}),h}function eo(t,e){let n=Nt(t,e);return n&&to(t,n)}function no(t,e){let{spans:n}=t,o=Nt(t,e);if(!o||n.n[e]>1)return null;let s=n.state[e],r=s===R?
o.place:o.place+(s===T?1:-1),a=o.lane.rows[r];return a!==void 0&&n.state[a]===R&&n.n[a]===1?to(t,{lane:o.lane,place:r}):null}function vs(t,e){let{spans:n}=t;if(n.
state[e]!==L||n.n[e]>1)return[];let o=Nt(t,e),s=o?o.lane.rows[o.place]:e;return mi(t,n.g[e],n.start[s],n.end[s]).map(r=>eo(t,r)).filter(Boolean)}function li(t,{
lane:e,place:n}){let{spans:o}=t;for(;n>=0;n--){let s=e.rows[n],r=o.state[s];if(r===T||o.n[s]>1)return null;if(r!==R)continue;let a=to(t,{lane:e,place:n});if(a.kind!==
"self"&&a.kind!=="return")return a}return null}function ui(t,{lane:e,place:n}){let{spans:o}=t,s=o.start[e.rows[n]],r=s;for(;n<e.rows.length&&o.state[e.rows[n]]!==
T;n++)r=o.end[e.rows[n]];return{from:s,to:r}}function Ms(t,e,n=100){let{spans:o}=t,s=[],r=Nt(t,e);if(!r||o.n[e]>1)return{wakes:s,cut:!1};let a=o.state[e]===T?no(
t,e):li(t,r);for(;a;){if(s.length===n)return{wakes:s,cut:!0};s.push(a),r=a.byRow>=0?Nt(t,a.byRow):null,a=r&&li(t,r)}let c=s.at(-1),i=c?.by>=0&&(c.byRow<0||o.n[c.
byRow]>1||!r||Bh(o,r));return{wakes:s,cut:!1,lost:!!i}}function Bh(t,{lane:e,place:n}){for(;n>=0&&t.state[e.rows[n]]!==T;n--)if(t.n[e.rows[n]]>1)return!0;return n<
0&&t.start[e.rows[0]]>0}function $s(t,e,n=100){let{spans:o}=t,s=[],r=Nt(t,e);if(!r||o.n[e]>1)return{wakes:s,cut:!1};let a=r.place+(o.state[e]===T?1:0),c=r.lane.
rows[r.place],i=[];o.state[e]===L?i.push({g:o.g[e],from:o.start[c],to:o.end[c]}):a<r.lane.rows.length&&i.push({g:o.g[e],...ui(t,{lane:r.lane,place:a})});for(let l;l=
i.shift();)for(let u of mi(t,l.g,l.from,l.to)){if(s.length===n)return{wakes:s,cut:!0};let h=Nt(t,u);s.push(to(t,h)),i.push({g:o.g[u],...ui(t,h)})}return{wakes:s,
cut:!1}}var As=200,Ss=100,di=7,pi=16,zh=4;function Ae(t){let{model:e,selected:n}=t;if(!n)return{list:[],led:null,caused:null};let o=t.chosenWakes;if(o&&o.spans===e.spans&&
o.row===n.row&&o.chain===t.arrows.chain)return o;let s=t.arrows.chain?Ms(e,n.row,Ss):{wakes:[no(e,n.row)].filter(Boolean),cut:!1},r=t.arrows.chain?$s(e,n.row,Ss):
{wakes:vs(e,n.row),cut:!1},a=[...s.wakes.map(c=>({wake:c,role:"led"})),...r.wakes.map(c=>({wake:c,role:"caused"}))];return t.chosenWakes={spans:e.spans,row:n.row,
chain:t.arrows.chain,list:a,led:s,caused:r}}function Rh(t,e){let{from:n,to:o}=t.view,s=xs(t.model,n,o);if(s.length>20*As)return null;let r=[];for(let a of s){let c=eo(
t.model,a);if(!(!c||![...oo(t)].some(i=>wi(t,c,i,e)?.from))){if(r.length===As)return null;r.push({wake:c,role:"all"})}}return r}function gi({layout:t}){if(t.placed)
return t.placed;let e=[...t.pinned,...t.lanes].filter(o=>o.lane.kind!=="group"),n=t.lanes.filter(o=>o.lane.kind==="group"&&o.lane.folded);t.placed=new Map;for(let o of n)
for(let s of o.lane.lanes)t.placed.set(s.kind+s.key,o);for(let o of e)t.placed.set(o.lane.kind+o.lane.key,o);return t.kinds=new Set(Array.from(t.placed.keys(),o=>o[0])),
t.placed}function oo({layout:t}){return gi({layout:t}),t.kinds}function so(t,e,n,o){let{spans:s}=t;if(n==="g")return s.g[e];if(s.n[e]>1)return;if(n==="p")return s.
p[e]>=0?s.p[e]:void 0;if(s.m[e]<0)return;if(n==="m")return t.lanes.m[s.m[e]].key;let r=me(t,s.m[e],o);return r&&r.core>=0?r.core:void 0}function wi(t,e,n,o){let{
model:s}=t,r=n==="g";if(e.kind==="self"||e.kind==="return"||e.kind==="unknown"||!r&&e.run<0)return null;let a=r?e.t:s.spans.start[e.run],c=o.get(n+so(s,r?e.row:
e.run,n,a));if(!c)return null;if(e.by<0)return{from:null,to:c,t:a};let i=r?o.get("g"+e.by):e.byRow>=0&&o.get(n+so(s,e.byRow,n,e.t)),l=i===c&&c?.lane.kind==="gro\
up";return i&&!l?{from:i,to:c,t:a}:null}function Fh(t,e,n,o,{from:s,to:r,t:a}){let{view:c}=t,i=$=>Math.max(-3e3,Math.min(e.width+3e3,($-c.from)/(c.to-c.from)*e.
width)),l=$=>({top:xt(t,$)+$.head,height:$.height-$.head-5}),u=l(r),h=i(a);if(!s)return[h-pi,u.top-5,h-pi,u.top-5,h,u.top,h,u.top+1];let m=l(s),g=i(n.t);if(r===
s){let $=Math.max(8,(h-g)/4);return[g,m.top,g+$/2,m.top-12,h-$/2,m.top-12,h,m.top]}let d=m.top+m.height/2;if(o==="g"){let $=m.top<u.top?u.top:u.top+u.height;return[
g,d,g,d,h,$,h,$]}let p=u.top+u.height/2,x=Math.max(14,Math.min(60,(h-g)/2));return[g,d,g+x,d,h-x,p,h,p]}function Wh(t,e){let n=[t[0],t[2],t[4],t[6]],o=[t[1],t[3],
t[5],t[7]];return Math.max(...n)<0||Math.min(...n)>e.width||Math.max(...o)<e.y||Math.min(...o)>e.y+e.height}function Gh(t){let e=t[6]-t[4]||(t[6]-t[0])*.001,n=t[7]-
t[5]||(t[4]===t[6]?t[7]-t[1]:0),o=Math.hypot(e,n)||1;return[t[6],t[7],e/o,n/o]}var _h={led:1,caused:1,all:.55},qh=t=>t==="all"?b().text:b()[t];function yi(t,e){
let n=e.coordSys,o=gi(t),s=t.arrows.all?Rh(t,o):[];t.arrowsLeftOut=s===null;let r=Ae(t).list,a=new Set(r.map(i=>i.wake.row)),c=new Map;t.arrowsDrawn=[];for(let{
wake:i,role:l}of[...(s||[]).filter(u=>!a.has(u.wake.row)),...r])for(let u of oo(t)){let h=wi(t,i,u,o),m=h&&Fh(t,n,i,u,h);if(!m||Wh(m,n))continue;let g=i.kind===
"create"||!h.from,d=l+g;c.has(d)||c.set(d,{role:l,dashed:g,curves:[],heads:[],dots:[]});let p=c.get(d);p.curves.push(...m),p.heads.push(...Gh(m)),h.from||p.dots.
push(m[0],m[1]),t.arrowsDrawn.push({wake:i,role:l,curve:m})}return Dh(t),Pt([...c.values()].flatMap(i=>Uh(i)))}function Uh({role:t,dashed:e,curves:n,heads:o,dots:s}){
let r=qh(t),a=_h[t],c={type:"schedvizCurves",silent:!0,shape:{curves:n}};return[{...c,z2:6,style:{fill:"none",stroke:b().panel,lineWidth:t==="all"?2.5:4,lineDash:null,
opacity:a*.85}},{...c,z2:7,style:{fill:"none",stroke:r,lineWidth:t==="all"?1:1.6,lineDash:e?[4,3]:null,opacity:a}},{type:"schedvizHeads",silent:!0,z2:8,shape:{heads:o,
dots:s,size:t==="all"?di-1.5:di},style:{fill:r,stroke:t==="all"?"none":b().panel,lineWidth:1,opacity:a}}]}function ki(t,e,n){let o=null,s=zh;for(let r of t.arrowsDrawn){
let a=jh(r.curve,e,n);a<=s&&([o,s]=[r,a])}return o}function jh(t,e,n){let o=c=>{let i=1-c,l=[i*i*i,3*i*i*c,3*i*c*c,c*c*c];return[0,1].map(u=>l[0]*t[u]+l[1]*t[2+
u]+l[2]*t[4+u]+l[3]*t[6+u])},s=1/0,[r,a]=o(0);for(let c=1;c<=16;c++){let[i,l]=o(c/16),u=i-r,h=l-a,m=Math.max(0,Math.min(1,((e-r)*u+(n-a)*h)/(u*u+h*h||1)));s=Math.
min(s,Math.hypot(r+m*u-e,a+m*h-n)),[r,a]=[i,l]}return s}function Dh(t){let{led:e,caused:n}=Ae(t),o=e?.cut||n?.cut,s=t.arrowsLeftOut?`more than ${As} in view: zo\
om in`:o?`only the nearest ${Ss} of the chain`:"",r=t.nodes["arrow-note"];r.textContent!==s&&(r.textContent=s)}function bi(t,{wake:e}){let{spans:n}=t.model,o=t.
selected?.row;o!==void 0&&n.g[o]===e.g&&n.start[o]>=e.t&&e.byRow>=0?t.goToRow(e.byRow,e.t):t.goToRow(e.run>=0&&oo(t).size&&!oo(t).has("g")?e.run:e.row)}var Le={};X(Le,{meanwhile:()=>Cs,of:()=>en,overlaps:()=>Jt});var Hh={[L]:"running",[R]:"runnable",[T]:"waiting",[W]:"syscall"};function Jt(t,e,n,o,s){let{rows:r}=e,{start:a,end:c,idle:i,dur:l}=t;for(let u=it(t,r,n);u<r.length&&
a[r[u]]<o;u++){let h=r[u],m=Math.min(o,c[h])-Math.max(n,a[h]);s(h,i[h]>0?m*(1-i[h]/Math.max(1,l[h])):m)}}function Vh(t,e){if(!e)return t.lanes.g.length?t.lanes.
g:t.lanes.p;for(let n of["g","p","m","c"]){let o=e.filter(s=>s.kind===n);if(o.length)return o}return[]}function en(t,e,n,o=null){let s=new Ls(t,e,n),r=Vh(t,o);for(let a of r)
s.lane(a,!1);if(!o&&r!==t.lanes.p)for(let a of t.lanes.p)s.lane(a,!0);return{from:e,to:n,lanes:o,states:s.states,exact:s.exact,laneless:s.laneless.size,gs:[...s.
gs.values()].sort((a,c)=>c.running-a.running||c.runnable-a.runnable||c.waiting-a.waiting||a.g-c.g),reasons:[...s.reasons.values()].sort((a,c)=>c.time-a.time),ps:(o?
[...s.ps.values()]:Xh(t,e,n)).sort((a,c)=>a.p-c.p),marks:Yh(t,e,n,o&&new Set(r))}}var Ls=class{constructor(e,n,o){this.model=e,this.from=n,this.to=o,this.exact=
!0,this.gs=new Map,this.reasons=new Map,this.ps=new Map,this.laneless=new Set,this.last=null,this.states={running:0,runnable:0,waiting:0,syscall:0}}lane(e,n){let{
spans:o,laneOfG:s}=this.model,r=e.kind==="g";Jt(o,e,this.from,this.to,(a,c)=>{let i=o.g[a],l=Hh[o.state[a]];if(i<0||!l)return;let u=!r&&!s.has(i);n&&!u||(u&&this.
laneless.add(i),o.n[a]>1&&(this.exact=!1),this.states[l]+=c,this.goroutine(i)[l]+=c,l==="waiting"&&this.reason(o.reason[a],c,o.n[a]),l==="running"&&o.p[a]>=0&&xi(
this.ps,o.p[a],i,c))})}goroutine(e){if(this.last?.g===e)return this.last;let n=this.gs.get(e);return n||this.gs.set(e,n={g:e,running:0,runnable:0,waiting:0,syscall:0}),
this.last=n,n}reason(e,n,o){let s=this.reasons.get(e);s||this.reasons.set(e,s={reason:this.model.strings[e],time:0,count:0}),s.time+=n,s.count+=o}};function xi(t,e,n,o){
let s=t.get(e);s||t.set(e,s={p:e,running:0,gs:new Set}),s.running+=o,s.gs.add(n)}function Xh(t,e,n){let{spans:o}=t,s=new Map;for(let r of t.lanes.p)s.set(r.key,
{p:r.key,running:0,gs:new Set}),Jt(o,r,e,n,(a,c)=>o.state[a]===L&&xi(s,r.key,o.g[a],c));return[...s.values()]}function Yh(t,e,n,o){let{marks:s}=t,r=new Map,a=c=>{
if(s.time[c]<e||s.time[c]>n)return;let i=U[s.kind[c]];r.set(i,(r.get(i)||0)+s.n[c])};if(o)for(let c of o)c.marks.forEach(a);else for(let c=0;c<s.time.length;c++)
a(c);return[...r].map(([c,i])=>({kind:c,count:i})).sort((c,i)=>i.count-c.count)}function Cs(t,e,n){let{spans:o}=t,s=new Map,r=0,a=0,c=!0;for(let u of t.lanes.p)
Jt(o,u,e,n,(h,m)=>{o.n[h]>1&&(c=!1),o.state[h]===W&&(a+=m),o.state[h]===L&&(r+=m,s.set(o.g[h],(s.get(o.g[h])||0)+m))});let i=t.page.stat.procs.gomaxprocs||t.lanes.
p.length,l=[...s].map(([u,h])=>({g:u,time:h})).sort((u,h)=>h.time-u.time||u.g-h.g);return{ps:i,gs:l,running:r,syscall:a,idle:Math.max(0,i*(n-e)-r-a),exact:c}}var Qt=8;function nn(t,{row:e,lane:n,g:o}){let{model:s}=t,{spans:r}=s;return[In(t,o),Fe(t,e,r.start[e]),H([...On(t,e),...Re(t,e,r.start[e]).slice(0,1),["note",ze(
s,e,1)]]),f("div",{class:"actions"},v("◂ previous",()=>t.step(-1),"on this lane (,)"),v("next ▸",()=>t.step(1),"on this lane (.)"),n.kind!=="g"&&o>=0&&v(`◂ ${E(
s,o)}`,()=>t.stepGoroutine(-1),"previous span of this goroutine (<)"),n.kind!=="g"&&o>=0&&v(`${E(s,o)} ▸`,()=>t.stepGoroutine(1),"next span of this goroutine \
(>)"),v("zoom to span",()=>t.fit(r.start[e],r.end[e]),"(F)")),o>=0&&Jh(t,e,o),o>=0&&Qh(t,e),o>=0&&Cn(Kh(r.state[e]),St(s,r.stack[e]),s.page,t),o>=0&&ef(t,o)].filter(
Boolean)}function Kh(t){return t===R?"Made ready at":t===T?"Waits at":t===W?"Called at":"Stopped at"}function ro(t,e,n,o){let s=`${E(t.model,e)} ${A(G(t.model,e))}`;
return n>=0?v(s,()=>t.goToRow(n,o),"show in the timeline"):s}function Zh(t,e,n){let{model:o}=t,{spans:s}=o,r=s.state[e],a=n.by>=0?ro(t,n.by,n.byRow,n.t):"",c=o.
gs.parent[n.g],i=r===L?`, ${w(s.start[e]-n.t)} before it ran`:"";if(n.kind==="create")return["created by ",a||(c>0?"G"+c:`the ${n.inferred} (inferred)`),i];if(n.
kind==="self")return[r===L?`was preempted or yielded, then waited ${w(s.start[e]-n.t)} for a P`:"was preempted or yielded: see the end of the previous span"];if(n.
kind==="return")return["returned from a system call without a P",i];let l=r===T?"ended by ":"woken by ";return a?[l,a,i]:n.inferred?[l,`the ${n.inferred} (infer\
red)`,i]:["what woke it was not recorded",i]}function vi(t,e){let{spans:n}=t.model,o=e.run>=0?`ran ${w(n.start[e.run]-e.t)} later${n.p[e.run]>=0?" on P "+n.p[e.
run]:""}`:"did not run again within the trace";return[e.kind==="create"?"created ":"woke ",ro(t,e.g,e.run>=0?e.run:e.row)," ",f("span",{class:"quiet"},o)]}function Jh(t,e,n){
let{model:o}=t,{led:s,caused:r}=Ae(t),a=s.wakes[0],c=[];return t.arrows.chain?(c.push(Ts(t,"What led to it",s,i=>[i.kind==="create"?"created by ":"woken by ",i.
by>=0?ro(t,i.by,i.byRow,i.t):i.inferred?`the ${i.inferred} (inferred)`:o.gs.parent[i.g]>0?"G"+o.gs.parent[i.g]:"unknown",": ",ro(t,i.g,i.row)])),c.push(Ts(t,"Wh\
at it caused",r,i=>[i.by!==n&&[E(o,i.by)," "],...vi(t,i)].flat()))):(a&&c.push(f("p",{class:"cause"},Zh(t,e,a))),r.wakes.length&&c.push(Ts(t,"Woke",r,i=>vi(t,i)))),
!s.wakes.length&&!r.wakes.length&&!t.arrows.chain?null:(c.push(f("div",{class:"actions"},f("button",{class:"link",type:"button","aria-pressed":String(t.arrows.chain),
onclick:()=>t.toggleArrows("chain")},t.arrows.chain?"show only its own arrows (C)":"show the whole chain, both ways (C)"))),f("div",{class:"family"},c))}function Ts(t,e,{
wakes:n,cut:o,lost:s},r){let a=y(n.length)+(o?" or more":""),c=i=>f("li",{},f("span",{class:"quiet"},M(i.t,1e3)+" "),r(i));return f("div",{},f("h4",{},e,f("span",
{class:"quiet"},` ${a}`)),n.length?f("ul",{class:"wakes"},n.slice(0,Qt).map(c)):f("p",{class:"quiet"},"Nothing recorded."),s&&f("p",{class:"quiet"},"Before that\
, spans are merged, or outside the loaded part of the trace."),n.length>Qt&&f("details",{},f("summary",{},`${n.length-Qt} more`),f("ul",{class:"wakes"},n.slice(
Qt).map(c))))}function Qh(t,e){let{model:n}=t,{spans:o}=n;if(o.state[e]!==R||o.dur[e]<=0)return null;let s=Cs(n,o.start[e],o.end[e]);if(!s.ps)return null;let r=s.
ps*o.dur[e],a=i=>C(i/r),c=(i,l)=>f("tr",{},f("td",{},i),f("td",{class:"num"},w(l)),f("td",{class:"num"},a(l)));return f("div",{},f("h4",{},"Who had the Ps meanw\
hile",f("span",{class:"quiet"},` inferred from the lanes${s.exact?"":", approximate: spans are merged"}`)),f("table",{class:"mini"},s.gs.slice(0,Qt).map(({g:i,time:l})=>c(
v(`${E(n,i)} ${A(G(n,i))}`,()=>t.goToRow(tf(n,i,o.start[e],o.end[e]))),l)),s.gs.length>Qt&&c(`${y(s.gs.length-Qt)} others`,s.gs.slice(Qt).reduce((i,l)=>i+l.time,
0)),s.syscall>0&&c("in system calls",s.syscall),s.idle>0&&c("no goroutine",s.idle)))}function tf(t,e,n,o){let s=-1;for(let r of t.lanes.p)Jt(t.spans,r,n,o,a=>{t.
spans.g[a]===e&&(s=a)});return s}function ef(t,e){let{model:n}=t,o=G(n,e),s=E(n,e),r=n.byID.get(n.gs.parent[e]);return f("div",{class:"actions"},v("only "+s,()=>t.
search(s),"grey out all other goroutines"),o&&v("all of "+A(o),()=>t.search(o),"grey out all goroutines that do not run this function"),r!==void 0&&v(`its paren\
t ${E(n,r)}`,()=>t.search(E(n,r)),"the goroutine that created it"),t.inTable&&v("in the table",()=>t.inTable(s),"its row in the table of goroutines"),o&&t.inTable&&
v("its function in the table",()=>t.inTable(o),"all that run the same function, in the table of goroutines"))}var Is=12,Os=["running","runnable","waiting","syscall"];function ao(t,e){let{model:n}=t,o=en(n,e.from,e.to,e.lanes),s=e.to-e.from,r=o.exact?"":"≈ ",a=n.page.stat.
procs.gomaxprocs||n.lanes.p.length,c=o.gs.filter(i=>i.running>0).length;return[f("div",{class:"who"},f("b",{},w(s)+" selected")),f("p",{class:"quiet"},sf(t,e),o.
exact?"":" Some spans are merged: all of their time counts under the longest of them.",o.laneless>0?` ${S(o.laneless,"goroutine")} without a lane: only running \
time counts.`:""),H([["from",M(e.from,s/100)],["to",M(e.to,s/100)],["P utilisation",!e.lanes&&a?r+C(o.ps.reduce((i,l)=>i+l.running,0)/(s*a)):""],["ran",S(c,"gor\
outine")],...o.marks.map(({kind:i,count:l})=>[mt(i)+" "+ne(i),y(l)])]),f("div",{class:"actions"},v("zoom to selection (F)",()=>t.fitSelection()),v("clear (Esc)",
()=>t.clear()),rf(t,e)),on("By state","",o,Os.filter(i=>o.states[i]>0).map(i=>[[F(I(i)),i],o.states[i]])),on("By goroutine","running",o,o.gs.filter(i=>i.running>
0).map(i=>[Mi(t,i.g),i.running])),on("By goroutine","runnable",o,of(o.gs,"runnable").map(i=>[Mi(t,i.g),i.runnable])),on("By reason","waiting",o,o.reasons.map(i=>[
[F(ht(i.reason)),i.reason||"unknown",f("span",{class:"quiet"},` ${S(i.count,"wait")}`)],i.time])),on("By P","running",o,o.ps.map(i=>[["P "+i.p,f("span",{class:"\
quiet"},` ${C(i.running/s)}, ${S(i.gs.size,"goroutine")}`)],i.running])),f("div",{class:"actions"},f("span",{class:"quiet"},"copy all as"),Ht("CSV",_e,()=>$i(n,
o)),Ht("TSV",qo,()=>$i(n,o)))].filter(Boolean)}var of=(t,e)=>t.filter(n=>n[e]>0).sort((n,o)=>o[e]-n[e]),Mi=(t,e)=>v(`${E(t.model,e)} ${A(G(t.model,e))}`,()=>t.search(
E(t.model,e)),"grey out all other goroutines");function sf(t,{lanes:e}){if(!e)return"Totals over all goroutines and Ps, whichever lanes are shown.";let n=e.map(
r=>J(t.model,r)),o=n.length>4?`${n[0]} to ${n.at(-1)}`:n.join(", "),s=new Set(e.map(r=>r.kind));return`Totals over ${S(e.length,"lane")}: ${o}.${s.size>1?" Span\
s on lanes of two kinds count once.":""}`}function rf(t,e){return e.lanes?v("all lanes",()=>t.selectRange(e.from,e.to)):e.lane?v(`only ${J(t.model,e.lane)}`,()=>t.
selectRange(e.from,e.to,[e.lane])):null}function on(t,e,n,o){if(!o.length)return null;let s=([r,a])=>f("tr",{},f("td",{},r),f("td",{class:"num"},(n.exact?"":"≈ ")+
w(a)));return f("div",{},f("h4",{},t,e&&f("span",{class:"quiet"},` ${e}`)),f("table",{class:"mini"},o.slice(0,Is).map(s)),o.length>Is&&f("p",{class:"quiet"},`an\
d ${y(o.length-Is)} more`))}function $i(t,e){let n=Math.round;return[["what","name","function","running_ns","runnable_ns","waiting_ns","syscall_ns","count"],["s\
election",`${n(e.from)} to ${n(e.to)} ns`,e.exact?"exact":"approximate",...Os.map(o=>n(e.states[o])),""],...e.gs.map(o=>["goroutine",E(t,o.g),G(t,o.g),...Os.map(
s=>n(o[s])),""]),...e.reasons.map(o=>["reason",o.reason,"","","",n(o.time),"",o.count]),...e.ps.map(o=>["P","P "+o.p,"",n(o.running),"","","",o.gs.size]),...e.marks.
map(o=>["preemption",o.kind,"","","","","",o.count])]}function Si(t){let{model:e}=t,{page:n}=e;if(e.overview.resolution===0)return;let o=n.served?.whole?new Jn(e):new Zn(n.exact||[]),s=t.windows=new Qn(e,o),r=()=>{
let a=s.look(t.view,t.width);a!==e.part&&af(t,a)};s.onload=()=>{r(),t.redraw()},t.on("view",r),Ja(t,s,n.served?[]:n.exact),r()}function af(t,e){let{model:n}=t,o=t.
away||cf(t);$n(n,e),t.counts=e.counts??=yn(n),o?lf(t,o):t.range&&e.from<=t.range.from&&e.to>=t.range.to&&t.openPanel(ao(t,t.range)),t.filter?.maskOf(e),t.relayout()}
function cf({selected:t,model:{spans:e}}){return t&&{lane:t.lane,g:t.g,state:e.state[t.row],start:e.start[t.row],end:e.end[t.row]}}function lf(t,e){let{spans:n}=t.
model,{lane:o}=e,s=V(n,o,(e.start+e.end)/2,0),r=o.rows[s],a=s>=0&&n.n[r]===1&&n.g[r]===e.g&&n.state[r]===e.state;t.selected=a?{lane:o,place:s,row:r,g:e.g}:null,
t.away=a?null:e,a&&t.openPanel(nn(t,t.selected));for(let c of t.nodes.panel.children)c.inert=!a&&!c.classList.contains("close")}var Es={w:t=>t.zoom(1/1.5,t.lastShare),s:t=>t.zoom(1.5,t.lastShare),a:t=>t.pan(-.15),d:t=>t.pan(.15),0:t=>t.reset(),r:t=>t.undo?.visit(t.undo.tl.opening),f:t=>t.
fitSelection(),",":t=>t.step(-1),".":t=>t.step(1),"<":t=>t.stepGoroutine(-1),">":t=>t.stepGoroutine(1),c:t=>t.toggleArrows("chain"),x:t=>t.toggleArrows("all"),p:t=>Ci(
t,e=>t.pin(e)),h:t=>Ci(t,e=>t.hide(e)),"shift+h":t=>t.showHidden(),z:t=>t.foldAll(),v:t=>t.activeOnly(!t.arranged.active),g:t=>t.arranged.group==="state"?t.groupBy(
"none"):t.groupBy("state",t.timeHere()),u:t=>t.undo?.back(),backspace:t=>t.undo?.back(),"shift+u":t=>t.undo?.forward(),"ctrl+z":t=>t.undo?.back(),"ctrl+shift+z":t=>t.
undo?.forward(),"ctrl+y":t=>t.undo?.forward(),n:t=>t.nextMatch(1),"shift+n":t=>t.nextMatch(-1),"/":t=>t.nodes.find.focus(),"?":()=>sn(!k("help").open),escape:t=>k(
"help").open?sn(!1):t.clear()},Li={arrowleft:t=>t.step(-1),arrowright:t=>t.step(1),arrowup:t=>t.stepLane(-1),arrowdown:t=>t.stepLane(1),home:t=>t.stepEnd(!1),end:t=>t.
stepEnd(!0),enter:t=>t.nodes.panel.hidden?t.step(0):t.nodes.panel.focus(),"[":t=>t.markRange("from"),"]":t=>t.markRange("to")};function Ci(t,e){let n=t.chosenLane();
n&&e(n)}function hf(t,e){let n=t.key.toLowerCase();return t.ctrlKey||t.metaKey?Es[(t.shiftKey?"ctrl+shift+":"ctrl+")+n]:t.target===e.nodes.canvas&&Li[n]?Li[n]:t.
shiftKey&&Es["shift+"+n]||Es[n]}function sn(t){let e=k("help");t&&!e.open?e.showModal():!t&&e.open&&e.close()}function Ti(t){let e=t[0];for(let n of t)for(let o of[
"pointerenter","focusin"])n.root.addEventListener(o,()=>{e=n});addEventListener("keydown",n=>{if(n.altKey)return;let o=n.target,s=o.matches?.("input, select, te\
xtarea");if(s&&n.key!=="Escape")return;let r=hf(n,e);r&&(n.preventDefault(),s&&o.blur(),r(e))}),k("help").addEventListener("click",n=>n.target===k("help")&&sn(!1));
for(let n of document.querySelectorAll(".help-open"))n.addEventListener("click",()=>sn(!0));k("help-close").addEventListener("click",()=>sn(!1))}var mf=300,df=200,io=class{constructor(e){this.tl=e,this.before=[],this.after=[],this.now=ws(e),this.timer=0,e.on("draw",()=>{clearTimeout(this.timer),this.timer=
setTimeout(()=>this.settle(),mf)}),e.nodes.undo.addEventListener("click",()=>this.back()),e.nodes.redo.addEventListener("click",()=>this.forward()),e.nodes.opening.
addEventListener("click",()=>this.visit(e.opening)),this.update()}settle(){clearTimeout(this.timer);let e=ws(this.tl);e!==this.now&&(Ze(e)!==Ze(this.now)&&(this.
before.push(this.now),this.before.length>df&&this.before.shift(),this.after=[]),this.now=e,this.update())}visit(e){this.settle(),_a(this.tl,e),Yn(this.tl,e)}back(){
this.go(this.before,this.after,"nothing to undo")}forward(){this.go(this.after,this.before,"nothing to redo")}go(e,n,o){if(this.settle(),!e.length)return this.tl.
say(o);n.push(this.now),this.now=e.pop(),Yn(this.tl,this.now),this.update()}update(){this.tl.nodes.undo.disabled=!this.before.length,this.tl.nodes.redo.disabled=
!this.after.length,this.tl.emit("settled",this.now)}};function Ii(t){let e=t.graphic.extendShape;t.graphic.registerShape("schedvizRects",e({shape:{rects:[]},buildPath(n,o){let s=o.rects,r=n.getContext?.();if(r?.fillRect){
for(let a=0;a<s.length;a+=4)r.fillRect(s[a],s[a+1],s[a+2],s[a+3]);return}for(let a=0;a<s.length;a+=4)n.rect(s[a],s[a+1],s[a+2],s[a+3])}})),t.graphic.registerShape(
"schedvizMarks",e({shape:{kind:"",xs:[],y:0,size:8},buildPath(n,o){let s=Ps[o.kind]||Ps.unknown;for(let r of o.xs)s(n,r,o.y,o.size)}})),t.graphic.registerShape(
"schedvizCurves",e({shape:{curves:[]},buildPath(n,{curves:o}){for(let s=0;s<o.length;s+=8)n.moveTo(o[s],o[s+1]),n.bezierCurveTo(o[s+2],o[s+3],o[s+4],o[s+5],o[s+
6],o[s+7])}})),t.graphic.registerShape("schedvizHeads",e({shape:{heads:[],dots:[],size:7},buildPath(n,{heads:o,dots:s,size:r}){for(let a=0;a<o.length;a+=4)gf(n,
o[a],o[a+1],o[a+2]*r,o[a+3]*r);for(let a=0;a<s.length;a+=2)Ps.suspend(n,s[a],s[a+1]-r/3,r/1.5)}})),t.registerCustomSeries("schedviz.bar",wf)}function rn(t,e){t.
moveTo(e[0],e[1]);for(let n=2;n<e.length;n+=2)t.lineTo(e[n],e[n+1]);t.closePath()}var gf=(t,e,n,o,s)=>rn(t,[e,n,e-o-s/2,n-s+o/2,e-o+s/2,n-s-o/2]),Ps={async:(t,e,n,o)=>rn(
t,[e-o/2,n,e+o/2,n,e,n+o]),cooperative:(t,e,n,o)=>rn(t,[e-o/2,n+o,e+o/2,n+o,e,n]),gosched:(t,e,n,o)=>rn(t,[e,n,e+o/2,n+o/2,e,n+o,e-o/2,n+o/2]),mutex_handoff:(t,e,n,o)=>rn(
t,[e-o/2,n,e+o/2,n+o/2,e-o/2,n+o]),stw:(t,e,n,o)=>t.rect(e-o/2,n,o,o),suspend(t,e,n,o){t.moveTo(e+o/2,n+o/2),t.arc(e,n+o/2,o/2,0,Math.PI*2)},unknown(t,e,n,o){t.
moveTo(e-o/2,n),t.lineTo(e+o/2,n+o),t.moveTo(e+o/2,n),t.lineTo(e-o/2,n+o)}};function wf(t,e){let[n,o]=e.coord([e.value(0),e.value(2)]),[s]=e.coord([e.value(1),e.
value(2)]),r=t.coordSys.y+t.coordSys.height;return{type:"rect",shape:{x:n+.5,y:o,width:Math.max(1,s-n-1),height:Math.max(0,r-o)},style:{fill:e.visual("color")}}}
var Oi=new Set(["async","stw","suspend"]);var yf=24,kf=400,Ns=(t,e)=>[E(t,e),A(G(t,e))].filter(Boolean).join(" ");function bf(t,{row:e,lane:n,place:o,g:s}){let{model:r}=t,{spans:a,strings:c}=r,i=[s>=0?Ns(
r,s):de(r,e)[0]],l=a.state[e];s>=0&&i.push(l===T?`waiting for ${c[a.reason[e]]||"an unknown reason"}`:at[l]+(a.p[e]>=0?` on P ${a.p[e]}`:"")),i.push(w(a.dur[e]),
`from ${M(a.start[e],1e3)}`),l===L&&a.preempt[e]&&i.push(`ended by ${yt(U[a.preempt[e]])}`),a.n[e]>1&&i.push(`${y(a.n[e])} spans merged`);let{led:u,caused:h}=Ae(
t),m=u?.wakes[0];return m?.by>=0?i.push(`${m.kind==="create"?"created":"woken"} by ${Ns(r,m.by)}`):m?.inferred&&i.push(`woken by the ${m.inferred}, inferred`),h?.
wakes.length&&i.push(`woke ${S(h.wakes.length,"goroutine")}`),`${i.join(", ")}. Span ${y(o+1)} of ${y(n.rows.length)} on ${J(r,n)}.`}function xf(t,{from:e,to:n,
lanes:o}){let s=en(t.model,e,n,o),r=Object.entries(s.states).filter(([,a])=>a>0).map(([a,c])=>`${a} ${w(c)}`);return`${w(n-e)} selected from ${M(e,(n-e)/100)}, ${o?
"on "+S(o.length,"lane"):"all lanes"}: ${r.join(", ")||"nothing"}${s.exact?"":", approximately"}.`}function vf(t){let{model:e,view:n,layout:o}=t,{spans:s}=e,r=[
...o.pinned,...vt(t).map(i=>o.lanes[i])].map(i=>i.lane),a=r.slice(0,yf).map(i=>{if(i.without)return`${i.title}: ${i.explained}`;if(i.kind==="group")return`group\
 ${i.title}, ${i.folded?"folded":"unfolded"}`;if(i.kind==="t")return`${i.what}s ${i.name}: ${y(i.boxes.filter(m=>m.end>n.from&&m.start<n.to).length)}`;let l=0,u=0;
return Jt(s,i,n.from,n.to,(m,g)=>{u+=s.n[m],(i.kind!=="g"||s.state[m]===L)&&(l+=g)}),`${i.kind==="g"?Ns(e,i.key):J(e,i)}: ${i.kind==="g"?"running":"busy"} ${C(l/
(n.to-n.from))}, ${S(u,"span")}`}),c=r.length-a.length;return`From ${M(n.from,1e3)} to ${M(n.to,1e3)}, ${S(o.lanes.length,"lane")}. ${a.join("; ")}${c>0?`; and ${c}\
 more`:""}.`}function Pi(t){let{canvas:e,text:n}=t.nodes;n.id=t.root.id+"-lanes",e.setAttribute("aria-describedby",n.id);let o=()=>{n.textContent=vf(t)},s=0;e.addEventListener(
"focus",o),t.on("draw",()=>{document.activeElement===e&&(clearTimeout(s),s=setTimeout(o,kf))}),t.on("choice",()=>{t.selected?t.say(bf(t,t.selected)):t.say(t.range?
xf(t,t.range):"Nothing selected.")})}function Ni(){for(let t of document.querySelectorAll(".chart")){let e=t.previousElementSibling;for(;e&&!/^H[234]$/.test(e.tagName);)
e=e.previousElementSibling;let n=t.previousElementSibling?.classList.contains("how")?t.previousElementSibling:null;t.setAttribute("role","img"),t.hasAttribute("\
aria-label")||t.setAttribute("aria-label","Chart: "+(e?.textContent||"untitled")),n&&(n.id||="how-"+t.id,t.setAttribute("aria-describedby",n.id))}}var Mf={ns:1,us:1e3,µs:1e3,μs:1e3,ms:1e6,s:1e9,m:6e10},$f=["running","runnable","waiting","syscall"],Af={">":(t,e)=>t>e,"<":(t,e)=>t<e,">=":(t,e)=>t>=e,"<=":(t,e)=>t<=
e};function Sf(t){let[,e,n]=/^(\d+(?:\.\d*)?|\.\d+)\s*([a-zµμ]+)$/i.exec(t)||[];return e===void 0?NaN:Number(e)*(Mf[n.toLowerCase()]??NaN)}function Lf(t){return(t.
match(/(?:"[^"]*"?|[^\s"])+/g)||[]).map(e=>({raw:e,text:e.replace(/"/g,""),quoted:e.startsWith('"')}))}var Cf={id:t=>Gi(t),func:t=>t.toLowerCase(),state:t=>t.split(
",").map(e=>zi("state",$f,e)),reason:t=>t.toLowerCase(),preempt:t=>t.split(",").map(e=>zi("kind of preemption",U.filter(Boolean),e)),p:t=>t.split(",").map(e=>Wi(
e,`“${e}” is not a P`)),stack:t=>t.toLowerCase()},Tf="state: reason: func: id: p: stack: preempt: >10ms <1ms and @12ms";function zi(t,e,n){let o=e.filter(s=>n!==
""&&s.startsWith(n.toLowerCase()));if(o.length!==1&&!e.includes(n))throw new Error(`“${n}” is not a ${t}; use one of ${e.join(", ")}`);return e.includes(n)?
n:o[0]}function Wi(t,e){if(!/^\d+$/.test(t))throw new Error(e);return Number(t)}var Gi=t=>t.split(",").filter(Boolean).map(e=>Wi(e.replace(/^g/i,""),`“${e}” i\
s not a goroutine ID`));function _i({text:t,quoted:e}){if(e)return{kind:"func",value:t.toLowerCase()};if(t.length>1&&t[0]==="-")return{..._i({text:t.slice(1)}),
not:!0};if(t[0]==="@")return{kind:"at",value:Ri(t.slice(1))};let n=/^(?:dur|duration)?(>=|<=|>|<)(.*)$/i.exec(t);if(n)return{kind:"dur",value:{op:n[1],ns:Ri(n[2])}};
if(/^g?\d+,?(g?\d+,?)*$/i.test(t))return{kind:"id",value:Gi(t)};let o=/^([a-z]+):(.*)$/i.exec(t);if(!o)return{kind:"func",value:t.toLowerCase()};let s=Cf[o[1].toLowerCase()];
if(!s)throw new Error(`unknown term “${o[1]}:”; there are ${Tf}`);if(!o[2])throw new Error(`“${o[1]}:” needs a value`);return{kind:o[1].toLowerCase(),value:s(
o[2])}}function Ri(t){let e=Sf(t);if(Number.isNaN(e))throw new Error(`“${t}” is not a duration such as 10ms, 1.5µs or 2s`);return e}function If(t,e){e=e.trim().
replace(/^\//,"");let n={text:e,words:[],problems:[],at:null};if(/[\s:"<>]/.test(e)){let o=Fi(t,{kind:"func",value:e.toLowerCase()});if(o.kind==="reason"||Rs(t,
e))return{...n,words:[o]}}for(let o of Lf(e))try{let s=Fi(t,_i(o));s.kind==="at"?n.at=s.value:n.words.push(s)}catch(s){n.problems.push(s.message)}return n}function Fi(t,e){
return e.kind!=="func"||Rs(t,e.value)||!Of(t,e.value)?e:{...e,kind:"reason"}}function Of({strings:t,overview:e},n){return[...new Set(e.spans.reason)].some(o=>t[o].
toLowerCase().includes(n))}function Rs({strings:t,gs:e},n){let o=n.toLowerCase();return[...new Set(e.func)].some(s=>t[s].toLowerCase().includes(o))}function Ef(t,e,n){
let o=(...a)=>n.filter(c=>a.includes(c.kind)),s=[],r=(a,c)=>{for(let i of[!1,!0]){let l=a.filter(u=>!!u.not===i);l.length&&s.push(i?(u=>h=>!u(h))(c(l)):c(l))}};
r(o("id","func"),a=>Pf(t,e,a)),r(o("state"),a=>{let c=at.map(i=>a.some(l=>l.value.includes(i)));return i=>c[e.state[i]]}),r(o("reason"),a=>{let c=t.strings.map(
i=>i!==""&&a.some(l=>i.toLowerCase().includes(l.value)));return i=>c[e.reason[i]]&&(e.state[i]===T||e.preempt[i]>0)}),r(o("preempt"),a=>{let c=U.map(i=>a.some(l=>l.
value.includes(i)));return i=>c[e.preempt[i]]}),r(o("p"),a=>c=>a.some(i=>i.value.includes(e.p[c]))),r(o("stack"),a=>{let c=Nf(t,a.map(i=>i.value));return i=>c[e.
stack[i]]});for(let a of o("dur")){let{op:c,ns:i}=a.value,l=Af[c];s.push(u=>l(e.dur[u],i)!==!!a.not)}return s}function Pf(t,e,n){let{gs:o,strings:s}=t,r=new Uint8Array(
o.id.length),a=n.filter(i=>i.kind==="func").map(i=>i.value),c=s.map(i=>a.some(l=>i.toLowerCase().includes(l)));for(let i=0;i<r.length;i++)c[o.func[i]]&&(r[i]=1);
for(let i of n.flatMap(l=>l.kind==="id"?l.value:[]))t.byID.has(i)&&(r[t.byID.get(i)]=1);return i=>e.g[i]>=0&&r[e.g[i]]===1}function Nf(t,e){return Array.from(t.
cols[Y.len],(n,o)=>St(t,o).some(s=>e.some(r=>s.func.toLowerCase().includes(r)||s.file.toLowerCase().includes(r))))}var zs=class{constructor(e,n){this.model=e;let{
text:o,words:s,problems:r,at:a}=If(e,n);this.text=o,this.words=s,this.problems=r,this.at=a,this.masks=new WeakMap,this.found=new Set,this.count=this.apply(e.overview),
this.maskOf(e.part),this.count===0&&this.words.length&&!this.problems.length&&this.problems.push(this.nothing())}maskOf(e){return this.masks.has(e)||this.apply(
e),this.masks.get(e)}hasMark(e,n){let o=this.words.filter(s=>s.kind==="preempt");return this.found.has(e.g[n])&&o.every(s=>s.value.includes(U[e.kind[n]])!==!!s.
not)}apply(e){let{spans:n}=e,o=new Uint8Array(n.start.length),s=Ef(this.model,n,this.words),r=0;for(let a=0;a<o.length;a++){let c=1;for(let i of s)if(!i(a)){c=0;
break}o[a]=c,!(!c||n.core?.[a]>=0)&&(r++,n.g[a]>=0&&this.found.add(n.g[a]))}return this.masks.set(e,o),r}nothing(){let{words:e,model:n}=this,o=e.flatMap(r=>r.kind===
"id"?r.value.filter(a=>!n.byID.has(a)):[]);if(o.length)return`there is no goroutine ${o[0]} in the trace`;let s=e.find(r=>r.kind==="func"&&!Rs(n,r.value));return s?
`no function name contains “${s.value}”`:"no span matches"}},Bs=new WeakMap;function qi(t,e){Bs.has(e)||Bs.set(e,new WeakMap);let n=Bs.get(e);if(n.has(t))return n.
get(t);let o=new Int32Array(t.length+1);for(let s=0;s<t.length;s++)o[s+1]=o[s]+e[t[s]];return n.set(t,o),o}function Ui(t,e){let n=e.trim()?new zs(t,e):null;return n&&
(n.words.length||n.problems.length||n.at!==null)?n:null}var Bf={running:1,syscall:1,runnable:.62,waiting:.36,unknown:.12,dead:0},zf=26;function Rf(t,e,n,o){let{spans:s,strings:r}=t.model,a=at[s.state[n]],c=e.kind==="\
g",i=c?Bf[a]:s.state[n]===W?.55:1,l=s.g[n];return o?.[n]===0?{fill:b().dim,size:i,greyed:!0}:l<0?{fill:I(s.other?.[n]>=0&&!t.model.others[s.other[n]].traced?"un\
known":"idle"),size:1}:c||t.colourBy==="state"?{fill:a==="waiting"?ht(r[s.reason[n]]):I(a),size:i}:{fill:zt(t,l),size:i}}function Hi(t,e,n,o,s,r){let{spans:a}=t.
model,{mask:c}=t;xn(a,e,n.from,n.to,n.width,(i,l,u,h,m,g)=>{let{fill:d,size:p,greyed:x}=Rf(t,e,u,c),$=l-i;$>1&&([i,l]=[Math.round(i),Math.round(l)]);let $t=Math.
max(1,l-i-($>4?1:0)),ee=Math.max(1.5,o.height*p),Ce=e.kind==="g"?o.y+(o.height-ee)/2:o.y+o.height-ee;t.model.onCore&&e.kind!=="c"&&Po(t.model,u)?Ff(s,t,u,n,{fill:d,
x:i,w:$t,y:Ce,full:ee,share:h,several:m,on:g}):!m&&e.kind==="g"&&a.state[u]===T&&!x?Oa(s,d,ce(t.model.strings[a.reason[u]]).dash,i,Ce,$t,ee):m?Wf(s,t,e,u,{greyed:x,
fill:d,x:i,w:$t,y:Ce,full:ee,band:o,share:h,wide:$}):s.add(d,1,i,Ce,$t,ee),a.state[u]===W&&!m&&!x&&Ea(s,d,i,Ce,$t,ee),r&&$>=zf&&!x&&Gf(t,e,u,Math.max(i,0),Math.
min(l,n.width),o,d,r)},c&&qi(e.rows,c))}function Ff(t,e,n,o,s){let{x:r,w:a,y:c,full:i}=s;if(s.several||a<3){let l=Math.min(i,Math.max(i*s.share*s.on,s.on>0?1.5:
0));t.add(s.fill,s.several?.28:.4,r,c,a,i),t.add(s.fill,1,r,c+i-l,a,l);return}t.add(s.fill,.16,r,c,a,i);for(let l of[[r,c,a,1],[r,c+i-1,a,1],[r,c,1,i],[r+a-1,c,
1,i]])t.add(s.fill,.75,...l);Eo(e.model,n,o,(l,u,h)=>{l=Math.max(l,r),u=Math.min(u,r+a),u>l&&t.add(s.fill,1,l,c+i*(1-h),Math.max(u-l,.5),i*h)})}function Wf(t,e,n,o,s){
if(n.kind==="g"&&e.model.spans.state[o]!==L){if(t.add(s.fill,s.wide>1?.5:1,s.x,s.y,s.w,s.full),s.share>0&&s.wide<=1){let a=Math.max(2,s.share*s.band.height);t.add(
s.greyed?s.fill:I("running"),1,s.x,s.band.y+s.band.height-a,s.w,a)}return}let r=s.full*(.25+.75*Math.min(1,Math.max(0,s.share)));t.add(s.fill,.35,s.x,s.y,s.w,s.
full-r),t.add(s.fill,1,s.x,s.y+s.full-r,s.w,r)}function Gf(t,e,n,o,s,r,a,c){if(r.height<11||c.length>=t.labelBudget)return;let{model:i}=t,l=Math.floor((s-o-10)/
ns),u=i.spans.state[n],h,m;if(i.spans.n[n]>1)h=["merged: "+S(i.spans.n[n],"span"),"merged"].find(g=>g.length<=l),m={backgroundColor:"transparent",padding:0},Di(
m);else if(e.kind==="c")h=de(i,n).find(d=>d.length<=l)||"",m={fill:ct(a),backgroundColor:"transparent",padding:0};else if(e.kind!=="g"){let g=E(i,i.spans.g[n]),
d=A(G(i,i.spans.g[n])).replace(/^main\./,"");h=d&&g.length+1+d.length<=l?g+" "+d:g.length<=l?g:"",u===W&&h&&h.length+8<=l&&(h+=" syscall"),m={fill:u===W?b().text:
ct(a),backgroundColor:"transparent",padding:0}}else{let g=i.strings[i.spans.reason[n]];if(h=u===T?g:u===L?"P "+i.spans.p[n]:at[u],h.length+2>l||u===T&&l<12)return;
m=u===L||u===W?{fill:ct(a),backgroundColor:"transparent",padding:0}:{fill:b().muted,backgroundColor:b().panel,padding:[0,3]}}h&&(i.onCore&&e.kind!=="c"&&u===L&&
Di(m),c.push({...Kt,type:"text",z2:2,x:o+5,y:r.y+r.height/2+.5,style:{...m,text:h,font:(r.height<16?10:11.5)+"px "+t.font,verticalAlign:"middle"}}))}function Di(t){
t.fill=b().text,t.stroke=b().panel,t.lineWidth=3}function _f(t,e,n,o,s){let{marks:r}=t.model,a=new Map,c=(n.to-n.from)/n.width,i=new Map,l=0,u=e.marks.length;for(;l<
u;){let h=l+u>>1;r.time[e.marks[h]]<n.from?l=h+1:u=h}for(;l<e.marks.length;l++){let h=e.marks[l];if(r.time[h]>n.to)break;let m=(r.time[h]-n.from)/c,g=U[r.kind[h]];
if(m-(i.get(g)??-9)<2)continue;i.set(g,m);let d=t.found&&!t.filter.hasMark(r,h),p=g+(d?"-":"");a.has(p)||a.set(p,{kind:g,greyed:d,xs:[]}),a.get(p).xs.push(m)}return[
...a.values()].map(({kind:h,greyed:m,xs:g})=>{let d=m?b().dim:ft(h),p=Oi.has(h)?{...De,fill:d}:{opacity:1,fill:h==="unknown"?"none":b().panel,stroke:d,lineWidth:1.4};
return{...Kt,type:"schedvizMarks",z2:4,shape:{kind:h,xs:g,y:o,size:s},style:p}})}function qf(t,e,n,o){let{spans:s}=t.model,r=t.selected;if(!r)return[];let a=[],
c=[],i=l=>(l-n.from)/(n.to-n.from)*n.width;if(e.kind!=="g"&&(xn(s,e,n.from,n.to,n.width,(l,u,h)=>{s.g[h]===r.g&&c.push(l,o.y+o.height+1,Math.max(1,u-l-1),2)}),a.
push({...Kt,type:"schedvizRects",z2:3,shape:{rects:c},style:{...De,fill:b().text}})),e===r.lane&&s.end[r.row]>n.from&&s.start[r.row]<n.to){let l=Math.max(i(s.start[r.
row]),-4),u=Math.min(i(s.end[r.row]),n.width+4);a.push({...Kt,type:"rect",z2:5,shape:{x:l-1,y:o.y-1,width:Math.max(2,u-l)+1,height:o.height+2},style:{opacity:1,
fill:"none",stroke:b().text,lineWidth:2}})}return a}function Uf(t,e,n,o){let s=a=>(a-e.from)/(e.to-e.from)*e.width,r=b();for(let a of t.under){if(a.end<e.from||
a.start>e.to)continue;let c=Math.max(s(a.start),0),i=Math.min(s(a.end),e.width),l=a.kind==="range"?r.gc:a.kind==="region"?r.accent:r.text;o.add(l,1,c,a.kind==="\
log"?n-3:n,Math.max(1.5,i-c-1),a.kind==="log"?5:2)}}var Vi=(t,e,n)=>Yi(t,e,t.layout.lanes[n.value(0)]),Xi=(t,e,n)=>Yi(t,e,t.layout.pinned[n.value(0)]);function Yi(t,e,n){
if(!n)return Pt([]);let{lane:o,height:s,head:r}=n,a=e.coordSys,c={from:t.view.from,to:t.view.to,width:a.width,end:t.model.duration},i=xt(t,n);if(o.kind==="group")
return Pt(jf(o,c,{y:i+r,height:s-r-4}));if(o.kind==="t")return Pt(pa(t,o,c,i));let l={y:i+r,height:s-r-5},u=new Et,h=[];Hi(t,o,c,l,u,h),Uf(o,c,l.y+l.height+1,u);
let m=_f(t,o,c,i+r-(o.kind==="g"?6.5:10),o.kind==="g"?6:8.5);return Pt([...u.elements(),...qf(t,o,c,l),...h,...m])}function jf(t,e,n){if(!t.folded)return[];let o=new Et;
o.add(b().track,1,0,n.y,e.width,n.height);let{courses:s,max:r}=qn(t);for(let{name:a,f:c}of s)Ki(o,I(a),c,e,n,r);return o.elements()}function Ki(t,e,n,o,s,r){let a=Math.
max(1,Math.round(o.width)),{mean:c,max:i}=Ao(n,o.from,o.to,a),l=s.height/Math.max(1,r),u=s.y+s.height,h=Math.min(a,Math.ceil((o.end-o.from)/(o.to-o.from)*a));for(let[
m,g]of[[i,.35],[c,.85]])for(let d=0,p;d<h;d=p){for(p=d+1;p<h&&m[p]===m[d];)p++;m[d]>0&&t.add(e,g,d,u-m[d]*l,p-d,m[d]*l)}}function Df(t,e,n){let{layout:o}=t,s=e.
y+e.height;for(let r of[...o.pinned,...vt(t).map(a=>o.lanes[a])]){if(!"pmc".includes(r.lane.kind))continue;let a=xt(t,r)+r.head,c=Math.max(a,r.pinned?e.y:o.top),
i=Math.min(a+r.height-r.head-5,r.pinned?s:o.top+o.viewport);i>c&&n.add(b().track,1,0,c,e.width,i-c)}}var Hf=3,Vf=7;function Xf(t,e,n,o,s,r){t.add(e,.35,n,o,s,r);
for(let a=n;a<n+s;a+=Vf)t.add(e,.8,a,o,Math.min(Hf,n+s-a),r)}function Zi(t,e){let n=b(),o=e.coordSys,{from:s,to:r}=t.view,a=l=>(l-s)/(r-s)*o.width,c=new Et;Df(t,
o,c);let i=-1;for(let l of t.model.bands){if(l.end<s||l.start>r)continue;let u=Math.max(0,a(l.start)),h=Math.max(1.5,Math.min(o.width,a(l.end))-u);if(l.gap){Xf(
c,n.dim,u,o.y,h,o.height);continue}if(l.stw&&Math.floor(u)===i&&h<=1.5)continue;l.stw&&(i=Math.floor(u));let m=l.n>1?Math.max(.15,l.busy/(l.end-l.start)):1;c.add(
l.stw?n.stw:n.gc,(l.stw?1:.7)*m,u,o.y-9,h,l.stw?7:4),c.add(l.stw?n.stw:n.gc,(l.stw?.22:.07)*m,u,o.y,h,o.height)}if(t.here!==null&&c.add(n.accent,1,a(t.here)-.75,
o.y-24,1.5,o.height+24+t.layout.below),t.range){let l=a(t.range.from),u=a(t.range.to);c.add(n.accent,t.range.lanes?.05:.13,l,o.y-24,u-l,o.height+24+t.layout.below);
for(let h of[l,u])c.add(n.accent,.9,h-.5,o.y-24,1,o.height+24+t.layout.below);t.range.lanes&&Yf(t,o,l,u,c)}return Pt(c.elements())}function Yf(t,e,n,o,s){let r=new Set(
t.range.lanes),a=b();for(let c of t.layout.lanes){if(!r.has(c.lane))continue;let i=xt(t,c),l=Math.max(t.layout.top,i),u=Math.min(e.y+e.height,i+c.height);u>l&&s.
add(a.accent,.2,n,l,o-n,u-l)}}function Ji(t,e){let n=e.coordSys,o={...t.view,width:n.width,end:t.model.duration},s=new Et;for(let r of t.layout.counters){let a={
y:n.y+r.y,height:r.height};s.add(b().track,1,0,a.y,n.width,a.height),Ki(s,I(r.name),t.counts[r.name],o,a,Math.max(r.max,r.scale))}return Pt(s.elements())}function Qi(t,e,n){
let o=e.coordSys,{model:s}=t,{overview:r}=s,a={mask:t.found&&t.filter.maskOf(r),colourBy:t.colourBy,extent:t.extent,model:{...s,...r,lanes:s.lanes}},{lanes:{p:c}}=s,
i=o.height/Math.max(1,c.length),l=new Et,u=i>=4?1:0,h=n.value(0);return Hi(a,{...c[h],...r.lanes.get(c[h])},{from:0,to:t.extent,width:o.width},{y:o.y+h*i,height:Math.
max(1,i-u)},l,null),Pt(l.elements())}function Fs(t){let e=(n,o)=>{let s=echarts.init(n,Ie(),{renderer:"canvas"}),r=o.series.map(a=>({...a,renderItem:Jf(t,a.renderItem)}));return s.setOption({...o,series:r}),
s};t.chart?.dispose(),t.map?.dispose(),t.chart=e(t.nodes.canvas,t.model.page.charts.timeline),t.map=e(t.nodes["map-canvas"],t.model.page.charts.minimap)}var Zf={
bands:Zi,pinned:Xi,lanes:Vi,arrows:yi,counters:Ji,minimap:Qi};function Jf(t,e){let n=Zf[e.replace("schedviz.","")];return(o,s)=>n(t,o,s)}function tc(t){let{layout:e,
view:n,width:o}=t,s=Oe(n.from,n.to,o),r={min:n.from,max:n.to},a=s.at.filter(h=>(h-n.from)/(n.to-n.from)*o<o-58),c={show:t.axis,customValues:a,formatter:h=>M(h,s.
step,n.to),align:"left",margin:e.ceiling-jn+6,hideOverlap:!0},i=h=>h.map(m=>[m,0]),l={data:[[0,0]],silent:!0},u={xAxis:[{...r,axisLabel:c,axisTick:{customValues:s.
at,length:4},axisLine:{show:!1},splitLine:{show:!0}},r,r,r],yAxis:[{min:0,max:1},{min:0,max:1},{min:0,max:1},{min:0,max:1}],series:[l,{data:i([...e.pinned.keys()]),
clip:!0,silent:!0},{data:i(vt(t)),clip:!0,silent:!0},l,{...l,clip:!0}]};t.gridChanged&&(u.grid=Qf(e),t.gridChanged=!1),t.chart.setOption(u),t.chart.getZr().refreshImmediately()}
function Qf({ceiling:t,top:e,viewport:n,pins:o,bottom:s,below:r}){let a=(i,l)=>({left:0,right:0,top:i,height:l,outerBoundsMode:"none"}),c=ae;return[a(t,s-t),a(o.
top,o.height),a(e,n),a(s+c,Math.max(0,r-c))]}function te(t){t.map.setOption({xAxis:{min:0,max:t.extent},yAxis:{min:0,max:1},series:[{data:t.model.lanes.p.map((e,n)=>[
n,0]),silent:!0}]})}function ec(t){let e=t.nodes.window.style,n=t.extent;e.left=t.view.from/n*100+"%",e.width=Math.max(.2,(t.view.to-t.view.from)/n*100)+"%",t.nodes.
map.classList.toggle("whole",t.view.from<=0&&t.view.to>=n)}function nc(t){let e=t.view.to-t.view.from;t.nodes.range.textContent=e>=t.extent?"all of "+w(t.extent):
`${w(e)} of ${w(t.extent)}`}var oc={switchLanes(t,e){this.shown[t]=e,Mt(this),this.relayout()},setColour(t){this.colourBy=t,Mt(this),te(this),this.redraw()},toggleArrows(t){this.arrows[t]=
!this.arrows[t],t==="chain"&&this.selected&&this.openPanel(nn(this,this.selected)),Mt(this),this.redraw()},select(t,e){let n=t.rows[e];this.selected={lane:t,place:e,
row:n,g:this.model.spans.g[n]},this.range=this.away=null,this.openPanel(nn(this,this.selected)),this.emit("choice"),this.redraw()},selectLane(t){if(!t.rows.length)
return;let e=(this.view.from+this.view.to)/2,n=V(this.model.spans,t,e,1/0);this.select(t,Math.max(0,n))},selectMark({lane:t,mark:e}){let n=this.model.marks.time[e],
o=V(this.model.spans,t,n-1,1/0);o>=0&&this.select(t,o)},step(t){if(!this.selected){let o=[...this.layout.pinned,...this.layout.lanes].find(({lane:s})=>s.rows.length);
return o&&this.selectLane(o.lane)}let{lane:e,place:n}=this.selected;this.reach(e,Math.max(0,Math.min(e.rows.length-1,n+t)))},selectRange(t,e,n=null,o=null){this.
range={from:Math.max(0,t),to:Math.min(this.model.duration,e),lanes:n,lane:o},this.selected=this.away=null,this.openPanel(ao(this,this.range)),this.emit("choice"),
this.redraw()},clear(){this.hideTip(),this.selected||this.range||this.away?this.unselect():this.here!==null?(this.here=null,this.redraw()):this.filter&&this.search(
"")},unselect(){this.selected=this.range=this.away=null,this.closePanel(),this.emit("choice"),this.redraw()},openPanel(t){let e=this.nodes.panel,n=e.hidden,o=e.
contains(document.activeElement)?document.activeElement.textContent:null;e.replaceChildren(f("button",{class:"close",type:"button",title:"close (Esc)","aria-lab\
el":"close",onclick:()=>this.clear()},"×"),...t),e.hidden=!1,o!==null&&([...e.querySelectorAll("button")].find(s=>s.textContent===o)||e).focus(),n&&this.resize()},
closePanel(){let{panel:t,canvas:e}=this.nodes;t.hidden||(t.contains(document.activeElement)&&e.focus({preventScroll:!0}),t.hidden=!0,this.resize())}};function em(t,e){if(e.kind==="group")return nm(t,e);let n=()=>(t.layout.groups.find(o=>o.lanes.includes(e))?.lanes??[]).filter(o=>o!==e);return[[t.isPinned(e)?"\
Unpin":"Pin to the top","P",()=>t.pin(e)],["Hide","H",()=>t.hide(e)],n().length>0&&["Hide the other lanes of its group","",()=>t.hide(...n())],e.kind==="g"&&[`S\
how only ${E(t.model,e.key)} on all lanes`,"",()=>t.search(E(t.model,e.key))],e.rows.length>0&&["Select the span in the middle of the view","",()=>t.selectLane(
e)],...sc(t)].filter(Boolean)}function nm(t,e){let n=t.layout.groups.filter(o=>o!==e);return[!e.without&&[e.folded?"Unfold":"Fold","",()=>t.fold(e.key,!e.folded)],
n.length>0&&["Fold or unfold all","Z",()=>t.foldAll()],["Hide","",()=>t.hide(e)],n.length>0&&["Hide the other groups","",()=>t.hide(...n)],...sc(t)].filter(Boolean)}
var sc=t=>t.arranged.hidden.size?[[`Show all hidden (${t.arranged.hidden.size})`,"Shift H",()=>t.showHidden()]]:[];function an(t,e){let{menu:n}=t.nodes,o=document.
activeElement,s=()=>{n.hidden||(n.hidden=!0,n.replaceChildren(),o?.isConnected&&o.focus())};n.replaceChildren(...em(t,e.lane).map(([a,c,i])=>f("button",{type:"b\
utton",role:"menuitem",tabIndex:-1,onclick:()=>{s(),i()}},f("span",{},a),c&&f("kbd",{},c)))),n.onkeydown=a=>om(a,n,s),n.onfocusout=a=>{n.contains(a.relatedTarget)||
s()},n.hidden=!1;let r=e.getBoundingClientRect();n.style.left=Math.min(r.left+12,innerWidth-n.offsetWidth-8)+"px",n.style.top=Math.max(4,Math.min(r.top+Math.min(
22,r.height),innerHeight-n.offsetHeight-8))+"px",n.firstChild.focus()}function om(t,e,n){t.stopPropagation();let o=[...e.children],s=o.indexOf(document.activeElement),
r={ArrowDown:s+1,ArrowUp:s-1,Home:0,End:-1}[t.key];if(r!==void 0)o.at(r%o.length).focus();else if(t.key==="Escape"||t.key==="Tab")n();else return;t.preventDefault()}var rm=new Set(["queued","idle Ps","spinning"]);function rc(t){let{layout:e,nodes:n}=t,o=n.gutter.labels??new Map,s=new Map,r=c=>{let i=c.lane.kind==="group"?c.
lane.key:ut(t.model,c.lane),l=o.get(i)??(c.lane.kind==="group"?cm(t):im(t));s.set(i,l),lm(t,l,c)};for(let c of e.pinned)r(c);for(let c of vt(t))r(e.lanes[c]);n.
gutter.labels=s;let a=e.counters.map(c=>hm(c,e.bottom+ae));t.model.bands.some(c=>!c.gap)&&a.push(f("div",{class:"strip-label",style:{top:e.ceiling-13+"px"}},"GC\
, STW")),am(n.gutter,[...s.values(),...a])}function am(t,e){let n=new Set(e);for(let s of[...t.children])n.has(s)||s.remove();let o=t.firstChild;for(let s of e)
s===o?o=o.nextSibling:t.insertBefore(s,o)}function im(t){let e=f("button",{class:"lane-name",type:"button",onclick:()=>t.selectLane(o.lane)}),n=f("button",{class:"\
lane-more",type:"button","aria-haspopup":"menu",title:"pin, hide, …",onclick:()=>an(t,o)},"⋯"),o=f("div",{class:"lane-label",oncontextmenu:s=>{s.preventDefault(),
an(t,o)}},e,n);return o}function cm(t){let e=f("button",{class:"lane-name",type:"button",onclick:()=>Un(t,o.lane)}),n=f("button",{class:"lane-more",type:"button",
"aria-haspopup":"menu",title:"fold, hide, …",onclick:()=>an(t,o)},"⋯"),o=f("div",{class:"lane-label group-label",oncontextmenu:s=>{s.preventDefault(),an(t,o)}},
e,n);return o}function lm(t,e,n){let{lane:o,height:s,head:r}=n,a=o.kind==="group",c=xt(t,n)+(a?1:r-4),i=a?s-2:s-r+3;if(Object.assign(e.style,{top:c+"px",height:i+
"px",clipPath:n.pinned?"":fm(c,i,t.layout)}),e.lane=o,e.classList.toggle("without",!!o.without),a)return um(e,o);let l=t.selected&&(t.selected.lane===o||o.kind===
"g"&&o.key===t.selected.g);e.classList.toggle("chosen",!!l),e.classList.toggle("pinned",!!n.pinned);let u=st()+t.colourBy;if(e.named===u)return;e.named=u;let h=o.
kind==="g"?A(G(t.model,o.key)):"",m=J(t.model,o);e.firstChild.title=h?m+" "+h:m,e.lastChild.setAttribute("aria-label","Menu of "+m),e.firstChild.replaceChildren(
...[o.kind==="g"&&F(zt(t,o.key)),f("b",{},m),h&&f("span",{class:"func named"},ac(" "+h))].filter(Boolean))}function um(t,e){let n=`${e.folded} ${e.title} ${e.count}`;
if(t.named===n)return;t.named=n;let[o,s]=t.children;o.title=e.explained||`${e.folded?"open":"fold"} ${e.title}`,e.without?o.removeAttribute("aria-expanded"):o.setAttribute(
"aria-expanded",!e.folded),s.setAttribute("aria-label","Menu of "+e.title),o.replaceChildren(f("i",{},e.without?"⋮":e.folded?"▸":"▾"),f("span",{class:"gro\
up-name named"},ac(e.title)),e.count&&f("span",{class:"func"}," "+e.count))}function ac(t){let[e,n]=xo(t);return[f("span",{class:"head"},e),f("span",{},n)]}function hm(t,e){
let n=(rm.has(t.name)?"sampled ≤":"max ")+(t.name==="heap"?Gt(t.max):y(t.max));return f("div",{class:"counter-label",style:{top:e+t.y+"px",height:t.height+"px"}},
f("b",{},t.name),f("span",{},n))}function fm(t,e,n){let o=Math.max(0,n.top-t),s=Math.max(0,t+e-n.top-n.viewport);return o||s?`inset(${o}px 0 ${s}px 0)`:""}var ic={search(t){t!==this.filter?.text&&(this.here=null),this.nodes.find.value=t,this.filter=Ui(this.model,t),this.found=this.filter?.words.length?this.filter.
found:null,this.matches=null,this.atMatch=-1,this.tellFound(),Mt(this),te(this),this.relayout()},tellFound(t=-1){let{filter:e,nodes:n}=this,o=e&&this.found?`${S(
e.count,"span")} of ${S(e.found.size,"goroutine")}`:"",s=e?.problems[0]||(e&&!this.found?`Enter goes to ${M(e.at,1)}`:t<0?o:`${y(t+1)} of ${o}`);n.found.textContent=
s,n.found.classList.toggle("wrong",!!e?.problems.length),n.find.setAttribute("aria-invalid",!!e?.problems.length)},matchList(){if(this.matches)return this.matches;
let{overview:t}=this.model,{spans:e}=t,n=this.filter.maskOf(t),o=[];for(let s=0;s<n.length;s++)n[s]&&!(e.core?.[s]>=0)&&o.push(s);return this.matches=Int32Array.
from(o).sort((s,r)=>e.start[s]-e.start[r]||s-r)},nextMatch(t){if(!this.filter||(this.filter.at!==null&&this.goToTime(this.filter.at),!this.found))return;let e=this.
matchList(),{start:n}=this.model.overview.spans;if(!e.length)return;let{selected:o}=this,s=this.atMatch;s>=0&&o&&o===this.matched?s=(s+t+e.length)%e.length:s=dm(
e,n,o?this.model.spans.start[o.row]:this.view.from,t<0)%e.length,this.goToMatch(e[s]),this.atMatch=s,this.matched=this.selected,this.tellFound(s)},goToMatch(t){
let{model:e}=this,{spans:n}=e.overview,o=(n.start[t]+n.end[t])/2,s=this.view.to-this.view.from;(o<this.view.from||o>this.view.to)&&this.setView(o-s/2,o+s/2);let r=e.
laneOfG.get(n.g[t])??e.lanes.p.find(c=>c.key===n.p[t]),a=r?V(e.spans,r,o,0):-1;a>=0&&this.goToRow(r.rows[a],e.spans.start[r.rows[a]])},goToTime(t){t=Math.min(t,
this.extent);let n=this.view.to-this.view.from>=this.extent?this.extent/20:this.view.to-this.view.from;this.here=t,this.setView(t-n/2,t+n/2),this.redraw()}};function dm(t,e,n,o){
let s=0,r=t.length;for(;s<r;){let a=s+r>>1;e[t[a]]>=n?r=a:s=a+1}return o?(s-1+t.length)%t.length:s}var cc={setView(t,e){let n=this.clip(t,e);n.from===this.view.from&&n.to===this.view.to||(this.view=n,this.hideTip(),this.redraw(),this.emit("view",this.view))},
clip(t,e){let n=this.extent,o=Math.min(n,Math.max(e-t,Math.min(n,100)));return t=Math.max(0,Math.min(t,n-o)),{from:t,to:t+o}},setExtent(t){let e=this.view.to-this.
view.from>=this.extent;this.extent=Math.max(this.model.duration,t),te(this),this.setView(this.view.from,e?this.extent:this.view.to),this.redraw()},zoom(t,e=.5){
let n=this.view.to-this.view.from,o=this.view.from+n*e;this.setView(o-n*t*e,o+n*t*(1-e))},pan(t){let e=(this.view.to-this.view.from)*t;this.setView(this.view.from+
e,this.view.to+e)},reset(){this.setView(0,this.extent)},around(t,e){let n=Math.max((e-t)*.15,50);return this.clip(t-n,e+n)},fit(t,e){let n=this.around(t,e);this.
setView(n.from,n.to)},fitSelection(){if(this.range){let{from:t,to:e}=this.range;this.range=null,this.closePanel(),this.setView(t,e)}else this.selected&&this.fit(
this.model.spans.start[this.selected.row],this.model.spans.end[this.selected.row])},show({from:t,to:e,gs:n}){if(n?.length){this.shown.g=!0;for(let o of n)this.arranged.
hidden.delete("g"+o);this.search(n.map(o=>"G"+o).join(" ")),this.nodes.scroll.scrollTop=0}t!==void 0&&this.fit(t,e),this.root.scrollIntoView({block:"start"})}};
function lc(t){let e=Math.max(...t.map(s=>s.model.duration)),n=!1,o=(s,{from:r,to:a})=>{if(!n){n=!0;for(let c of t)c!==s&&c.setView(r,a);n=!1}};for(let s of t)s.
setExtent(e),s.on("view",r=>o(s,r))}var Gs={};X(Gs,{at:()=>Ws});function Ws(t,e,n){let{layout:o,model:s,view:r}=t,a=(r.to-r.from)/t.width,c=r.from+e*a;if(n<o.ceiling)return vm(s,c,a);if(n>=o.bottom)return{kind:"counters",t:c};
let i=ki(t,e,n);if(i)return{kind:"arrow",arrow:i};let l=km(t,n);if(!l)return null;let u=l.lane,h=n-xt(t,l);if(u.kind==="group")return is(t,u,c);if(u.kind==="t")
return ga(t,u,c,h);if(h<=l.head){let g=bm(s,u,c,6*a);if(g>=0)return{kind:"mark",lane:u,mark:g,near:xm(s,u,g,2*a)}}let m=V(s.spans,u,c,2*a);return m<0?{kind:"gap",
lane:u,t:c,...wm(s,u,c)}:{kind:"span",lane:u,place:m,row:u.rows[m],t:c,hidden:ym(s,u,m,a)}}function wm(t,e,n){let{spans:o}=t,s=e.rows,r=it(o,s,n);return{from:r>
0?o.end[s[r-1]]:0,to:r<s.length?o.start[s[r]]:t.duration}}function ym(t,e,n,o){let{spans:s}=t,r=e.rows;if(s.dur[r[n]]>=o)return 1;let a=s.start[r[n]];return bn(
s,r,a+o,n)-n}function km({layout:t,scrollTop:e},n){let o=n<t.top||n>=t.top+t.viewport,s=o?t.pinned:t.lanes,r=n-t.top+(o?0:e),a=s[xe(s,r)];return a&&a.y<=r?a:null}
function bm(t,e,n,o){let s=-1,r=o;for(let a of e.marks){let c=Math.abs(t.marks.time[a]-n);if(c<=r&&([s,r]=[a,c]),t.marks.time[a]>n+o)break}return s}function xm(t,e,n,o){
let{marks:s}=t,r=0;for(let a of e.marks)s.kind[a]===s.kind[n]&&Math.abs(s.time[a]-s.time[n])<=o&&(r+=s.n[a]);return r}function vm(t,e,n){let o=t.bands.filter(r=>r.
start-3*n<=e&&e<=r.end+3*n),s=o.find(r=>r.stw)||o[0];return s?{kind:"band",band:s}:null}function uc(t){let{canvas:e}=t.nodes,n=new Map,o=null,s=()=>{let[r,a]=[...n.values()];return{middle:(r+a)/2,width:Math.max(20,Math.abs(r-a))}};e.addEventListener(
"pointerdown",r=>{r.pointerType==="touch"&&(n.set(r.pointerId,r.clientX),n.size===2&&(t.pinching=!0,o={...s(),view:{...t.view}}))}),e.addEventListener("pointerm\
ove",r=>{n.has(r.pointerId)&&(n.set(r.pointerId,r.clientX),o&&n.size===2&&Mm(t,o,s()))});for(let r of["pointerup","pointercancel"])e.addEventListener(r,a=>{n.delete(
a.pointerId),o=null,n.size||setTimeout(()=>{t.pinching=!1})})}function Mm(t,{middle:e,width:n,view:o},s){let r=t.nodes.canvas.getBoundingClientRect(),a=l=>(l-r.
left)/r.width,c=o.from+a(e)*(o.to-o.from),i=(o.to-o.from)*(n/s.width);t.setView(c-i*a(s.middle),c+i*(1-a(s.middle)))}function mc(t){let{canvas:e,scroll:n}=t.nodes;n.addEventListener("scroll",()=>{t.scrollTop=n.scrollTop,t.hideTip(),t.redraw()},{passive:!0}),e.addEventListener(
"wheel",o=>Am(t,o),{passive:!1}),e.addEventListener("pointerdown",o=>Lm(t,o)),e.addEventListener("pointermove",o=>Om(t,o)),e.addEventListener("pointerleave",()=>t.
hideTip()),e.addEventListener("dblclick",o=>t.zoom(.4,cn(t,o))),t.nodes.map.addEventListener("pointerdown",o=>Em(t,o)),uc(t)}function cn(t,e){let n=t.nodes.canvas.
getBoundingClientRect();return(e.clientX-n.left)/n.width}var hc=(t,e)=>t.view.from+cn(t,e)*(t.view.to-t.view.from);function Am(t,e){t.lastShare=cn(t,e),e.ctrlKey||
e.metaKey?(e.preventDefault(),t.zoom(Math.exp(Math.max(-60,Math.min(60,e.deltaY))*.006),cn(t,e))):(e.shiftKey||Math.abs(e.deltaX)>Math.abs(e.deltaY))&&(e.preventDefault(),
t.pan((e.deltaX||e.deltaY)/t.width))}var Sm=450;function dc(t,e,n,o,s){let r=!1;t.setPointerCapture?.(e.pointerId);let a=i=>{i.pointerId!==e.pointerId||!r&&Math.
abs(i.clientX-e.clientX)<n||(r=!0,o(i))},c=i=>{if(i.pointerId===e.pointerId){t.removeEventListener("pointermove",a);for(let l of["pointerup","pointercancel"])t.
removeEventListener(l,c);s(i,r)}};t.addEventListener("pointermove",a);for(let i of["pointerup","pointercancel"])t.addEventListener(i,c)}function Lm(t,e){if(e.button!==
0)return;let n=hc(t,e),o={...t.view},s=fc(t,e),r=e.shiftKey||e.pointerType==="touch";t.hideTip();let a=e.pointerType==="touch"&&setTimeout(()=>{t.dragging||t.pinching||
(r=!1,t.range={from:n,to:n,lanes:null,lane:null},t.redraw())},Sm);dc(t.nodes.canvas,e,4,c=>{if(!t.pinching)if(t.dragging=!0,r){let i=(c.clientX-e.clientX)/t.width*
(o.to-o.from);t.setView(o.from-i,o.to-i)}else{let i=hc(t,c);t.range={from:Math.max(0,Math.min(n,i)),to:Math.min(t.model.duration,Math.max(n,i)),lanes:Cm(t,s,fc(
t,c)),lane:pc(t,s)[0]??null},t.redraw()}},(c,i)=>{t.dragging=!1,clearTimeout(a),!t.pinching&&(!i&&c.type==="pointerup"?Tm(t,c):i&&!r&&t.range&&t.selectRange(t.range.
from,t.range.to,t.range.lanes,t.range.lane))})}function fc(t,e){let n=e.clientY-t.nodes.canvas.getBoundingClientRect().top-t.layout.top;if(n<0||n>=t.layout.viewport)
return-1;let o=xe(t.layout.lanes,n+t.scrollTop);return o<t.layout.lanes.length?o:-1}function pc(t,e){let n=t.layout.lanes[e]?.lane;return n?.kind==="group"?n.folded?
n.lanes:[]:n?[n]:[]}function Cm(t,e,n){if(e<0||n<0||e===n)return null;let o=[];for(let s=Math.min(e,n);s<=Math.max(e,n);s++)o.push(...pc(t,s));return o.length?o:
null}function gc(t,e){let n=t.nodes.canvas.getBoundingClientRect();return Ws(t,e.clientX-n.left,e.clientY-n.top)}function Tm(t,e){let n=gc(t,e);n?.click?n.click():
n?.kind==="span"?t.select(n.lane,n.place):n?.kind==="mark"?t.selectMark(n):n?.kind==="arrow"?bi(t,n.arrow):n?.kind==="band"?t.selectRange(n.band.start,n.band.end):
t.clear()}var Im=new Set(["span","mark","band","arrow"]);function Om(t,e){if(t.lastShare=cn(t,e),t.dragging)return;let n=gc(t,e);t.nodes.canvas.style.cursor=n?.
click||Im.has(n?.kind)?"pointer":"crosshair";let o=Ro(t,n);if(!o)return t.hideTip();let{tip:s}=t.nodes;s.replaceChildren(o),s.hidden=!1;let r=s.offsetWidth,a=s.
offsetHeight;s.style.left=Math.max(4,e.clientX+16+r>innerWidth?e.clientX-r-12:e.clientX+16)+"px",s.style.top=Math.max(4,Math.min(e.clientY+16,innerHeight-a-6))+
"px"}function Em(t,e){let{map:n}=t.nodes,o=i=>{let l=n.getBoundingClientRect();return(i.clientX-l.left)/l.width*t.extent},s=o(e),r={...t.view},a=r.to-r.from,c=a<
t.extent&&s>=r.from&&s<=r.to;dc(n,e,3,i=>{let l=o(i);c?t.setView(r.from+l-s,r.to+l-s):t.setView(Math.min(l,s),Math.max(l,s))},(i,l)=>{!l&&!c&&t.setView(s-a/2,s+
a/2)})}var wc={goToRow(t,e=null){e??=this.model.spans.start[t];let n=this.laneFor(t,e)||this.showLaneOf(t);if(!n)return;let o=V(this.model.spans,n,e,1/0);o>=0&&this.reach(
n,o)},laneFor(t,e){let{model:n,selected:o,layout:s}=this,r=new Map([...s.pinned,...s.lanes].map(({lane:c})=>[c.kind+c.key,c])),a=n.spans.state[t];for(let c of[o?.
lane.kind,"p","m","c","g"]){if(!c||c!=="g"&&a!==L&&a!==W)continue;let i=r.get(c+so(n,t,c,e));if(i)return i}},showLaneOf(t){let e=this.model.spans.g[t],n=this.model.
laneOfG.get(e);if(n)return this.found&&!this.found.has(e)&&this.search(""),this.shown.g||this.switchLanes("g",!0),n},reach(t,e){this.select(t,e),this.bringIntoView(
t,t.rows[e])},bringIntoView(t,e){this.reveal(t);let{view:n}=this,{start:o,end:s}=this.model.spans,r=n.to-n.from;if(s[e]<n.from+r*.02||o[e]>n.to-r*.02){let a=s[e]-
o[e]>r?o[e]+r*.4:(o[e]+s[e])/2;this.setView(a-r/2,a+r/2)}},stepGoroutine(t){if(!this.selected)return this.step(0);let e=Nt(this.model,this.selected.row),n=e?.lane.
rows[e.place+t];n!==void 0&&this.goToRow(n)},stepLane(t){if(!this.selected)return this.step(0);let{lane:e,row:n}=this.selected,{lanes:o}=this.layout,{spans:s}=this.
model,r=Math.max(s.start[n],Math.min(s.end[n]-1,this.laneTime??s.start[n]));for(let a=o.findIndex(c=>c.lane===e)+t;a>=0&&a<o.length;a+=t)if(o[a].lane.rows?.length){
this.reach(o[a].lane,V(s,o[a].lane,r,1/0)),this.laneTime=r;return}},stepEnd(t){let e=this.selected?.lane||this.layout.lanes.find(n=>n.lane.rows.length)?.lane;e&&
this.reach(e,t?e.rows.length-1:0)},markRange(t){if(!this.selected)return;let{start:e,end:n}=this.model.spans,{row:o}=this.selected;if(t==="from"){this.markedFrom=
e[o],this.say(`Selection starts at ${M(e[o],1e3)}.`);return}let s=this.markedFrom??e[o];this.selectRange(Math.min(s,e[o]),Math.max(s,n[o]))}};var Bm=["scroll","inner","view","gutter","canvas","tip","panel","map","map-canvas","window","find","found","range","menu","said","text","group","order","active",
"hidden","arrow-note","undo","redo","opening"],zm=150,ie=class{windows;undo;inTable;opening="";chart=null;map=null;lastShare=.5;dragging=!1;pinching=!1;arrowsDrawn=[];arrowsLeftOut=!1;chosenWakes=null;ids=null;matches=null;atMatch=-1;matched=null;onlyCounters=null;speaksFor=null;scales={};compact=!1;axis=!0;laneTime=null;markedFrom=null;constructor(e,n,{
room:o=.56,onlyCounters:s=null,compact:r=!1,axis:a=!0}={}){this.root=e,this.model=n,this.room=o,this.onlyCounters=s,this.compact=r,this.axis=a,this.extent=n.duration,
this.counts=yn(n),this.view={from:0,to:this.extent},this.shown=Rm(n),this.usual={...this.shown},this.colourBy="goroutine",this.arranged=Ra(),this.filter=null,this.
found=null,this.here=null,this.selected=null,this.away=null,this.range=null,this.arrows={chain:!1,all:!1},this.scrollTop=0,this.redraws=0,this.lastRedrawMS=0,this.
labelBudget=500,this.font=getComputedStyle(document.body).fontFamily,this.listeners={view:[],draw:[],choice:[],settled:[]},this.nodes={legend:e.querySelector(".\
legend")};for(let c of Bm)this.nodes[c]=e.querySelector(".tl-"+c);Fs(this),mc(this),Ba(this),Pi(this),new ResizeObserver(()=>this.canvasResized()).observe(this.
nodes.canvas),addEventListener("resize",()=>this.relayout()),Mt(this),this.relayout(),this.on("view",()=>this.viewChanged())}viewChanged(){clearTimeout(this.viewTimer),
this.arranged.active&&(this.viewTimer=setTimeout(()=>this.relayout(),zm))}on(e,n){this.listeners[e].push(n)}emit(e,n){for(let o of this.listeners[e])o(n)}get mask(){
return this.found&&this.filter.maskOf(this.model.part)}relayout(){this.layout=us(this),this.height=this.layout.height,this.resize()}resize(){let e=this.nodes;e.
scroll.style.height=this.height+"px",e.inner.style.height=this.height+Math.max(0,this.layout.total-this.layout.viewport)+"px",e.view.style.height=this.height+"p\
x",e.gutter.style.width=hs(this)+"px",this.width=e.canvas.clientWidth,(this.chart.getWidth()!==this.width||this.chart.getHeight()!==this.height)&&this.chart.resize(),
this.map.getWidth()!==e["map-canvas"].clientWidth&&this.map.resize(),this.scrollTop=e.scroll.scrollTop,this.gridChanged=!0,te(this),this.redraw()}canvasResized(){
Math.abs(this.nodes.canvas.clientWidth-this.width)>.5&&this.resize()}redraw(){this.pending||(this.pending=requestAnimationFrame(()=>{this.pending=0,this.draw()}))}draw(){
let e=performance.now();tc(this),rc(this),ec(this),nc(this),this.emit("draw",this),this.redraws++,this.lastRedrawMS=performance.now()-e}timeHere(){return this.view.
from+this.lastShare*(this.view.to-this.view.from)}hideTip(){this.nodes.tip.hidden=!0}themeChanged(){Fs(this),Mt(this),this.relayout()}state(){let e=s=>s.lane.kind!==
"group",{arranged:n,layout:o}=this;return{from:this.view.from,to:this.view.to,duration:this.model.duration,lanes:Object.keys(this.shown).filter(s=>this.shown[s]).
join(""),colour:this.colourBy,laneCount:o.lanes.filter(e).length+o.pinned.length,visibleLanes:vt(this).filter(s=>e(o.lanes[s])).length+o.pinned.length,groups:o.
groups.map(s=>({title:s.title,lanes:s.lanes.length,folded:s.folded})),group:n.group,order:n.order,active:n.active,pins:n.pins,hidden:[...n.hidden],spans:this.model.
spans.start.length,redraws:this.redraws,lastRedrawMS:this.lastRedrawMS,scrollTop:this.scrollTop,found:this.found?this.found.size:null,matches:this.found?this.filter.
count:null,here:this.here,said:this.nodes.found.textContent,search:this.nodes.find.value,selected:this.selected?{g:this.model.gs.id[this.selected.g],row:this.selected.
row,lane:J(this.model,this.selected.lane)}:null,range:this.range&&{from:this.range.from,to:this.range.to,lanes:this.range.lanes?.map(s=>J(this.model,s))??null},
arrows:this.arrowsDrawn.length,tip:this.nodes.tip.hidden?"":this.nodes.tip.textContent}}};Object.assign(ie.prototype,cc,oc,wc,Fa,ic);function Rm({lanes:t}){return t.
p.length===0&&t.g.length>0?{p:!1,m:!1,g:!0,c:!1,t:!1}:{p:!0,m:!1,g:!1,c:t.c.length>0&&t.c.length<=16,t:!1}}var Fm={Timeline:ie,link:lc,get current(){return _}};var kc={...na,...Za,...Lr};function Wm(){let t=document.querySelector(".tl-scroll").getBoundingClientRect().top+scrollY;return Math.max(260,.35*innerHeight,Math.
min(.56*innerHeight,Math.floor(innerHeight-t)))}function Gm(t){t.inTable=je,addEventListener("resize",()=>{br(),Xr()}),yo(()=>{t.themeChanged(),Go(kc,t.model),ks(
t.model)})}async function _m(){Ii(echarts);let t=k("data");t?yc(await _s(t.textContent)):await si(yc)}function yc(t){let e=zo(t);document.title=e.page.title+" ·\
 schedviz";let{lesson:n}=e.page,o=new ie(k("timeline"),e,n?{room:Wm}:{});n&&(o.opening=Xn(o,n.view)),$r(o),ks(e),Gm(o),Si(o),Ua(o),o.undo=new io(o),Ti([o]),er([
o]),Go(kc,e),Ni(),document.body.dataset.ready="yes"}var qm=()=>_?.state()??null;_m().catch(t=>{k("reading-trace")?.remove(),qs("This page",t)});return $c(Um);})();
