var schedviz=(()=>{var De=Object.defineProperty;var Ar=Object.getOwnPropertyDescriptor;var Sr=Object.getOwnPropertyNames;var Lr=Object.prototype.hasOwnProperty;var O=(t,e)=>{for(var n in e)De(t,n,{get:e[n],enumerable:!0})},Tr=(t,e,n,o)=>{if(e&&typeof e=="object"||typeof e=="function")for(let s of Sr(e))!Lr.call(t,s)&&s!==
n&&De(t,s,{get:()=>e[s],enumerable:!(o=Ar(e,s))||o.enumerable});return t};var Cr=t=>Tr(De({},"__esModule",{value:!0}),t);var $l={};O($l,{comparison:()=>Qn,copy:()=>We,cores:()=>Mt,details:()=>tt,format:()=>P,groups:()=>wt,hit:()=>Kn,lanes:()=>en,layout:()=>kn,lazy:()=>Zn,model:()=>Yt,
state:()=>Ml,states:()=>Ze,steps:()=>Qe,theme:()=>F,timeline:()=>wl,totals:()=>qt,wakes:()=>ae});var Ir={f64:Float64Array,i32:Int32Array,u8:Uint8Array};function Nr(t){if(Uint8Array.fromBase64)return Uint8Array.fromBase64(t);let e=atob(t),n=new Uint8Array(e.
length);for(let o=0;o<e.length;o++)n[o]=e.charCodeAt(o);return n}async function Er(t){let e=new Blob([t]).stream().pipeThrough(new DecompressionStream("gzip"));
return new Uint8Array(await new Response(e).arrayBuffer())}function Or(t,e,n,o){let s=e,r=0;for(let a=0;a<n.length;a++){let i=t[s++],c=i&127;for(let u=128;i>127;u*=
128)i=t[s++],c+=(i&127)*u;let l=c%2===0?c/2:-(c+1)/2;n[a]=r=o?r+l:l}return n}function Rr(t){let e=String.fromCharCode(...t.subarray(0,4));if(e!=="SVZ1")throw new Error(
"the page’s data are damaged: they begin with "+JSON.stringify(e));let n=new DataView(t.buffer,t.byteOffset).getUint32(4,!0),o=JSON.parse(new TextDecoder().decode(
t.subarray(8,8+n))),s={};for(let r of o.columns)s[r.name]=Or(t,8+n+r.offset,new Ir[r.type](r.count),r.delta);return{page:o.page,strings:o.strings,cols:s}}var Br=async t=>Rr(
await Er(t)),Ue=t=>Br(Nr(t.trim()));function h(t,e,...n){let o=document.createElement(t);for(let[s,r]of Object.entries(e||{}))s==="class"?o.className=r:s.startsWith("on")?o.addEventListener(s.slice(
2),r):s.startsWith("aria-")||s==="role"?o.setAttribute(s,r):s==="style"?Object.assign(o.style,r):o[s]=r;return o.append(...n.flat().filter(s=>s!=null&&s!==!1)),
o}var B=t=>document.getElementById(t),z=t=>h("span",{class:"swatch",style:{background:t}}),S=(t,e,n)=>h("button",{class:"link",type:"button",onclick:e,title:n||
""},t);function to(t,e){let n=B("failure");throw n.textContent=`${t} could not be drawn: ${e&&e.message?e.message:e}`,n.hidden=!1,e}var P={};O(P,{baseName:()=>he,bytes:()=>Ht,count:()=>y,duration:()=>w,moment:()=>v,percent:()=>V,plural:()=>C,short:()=>Fr,shortFunc:()=>$,ticks:()=>je});var eo=[
["s",1e9],["ms",1e6],["µs",1e3]],zr=[["G",1e9],["M",1e6],["k",1e3]],Pr=[["GB",1e9],["MB",1e6],["kB",1e3]];function no(t){return t.toFixed(Math.max(0,2-Math.floor(
Math.log10(Math.max(t,1)*1.0005))))}function w(t){if(t<0)return"−"+w(-t);for(let[e,n]of eo)if(t>=.9995*n)return no(t/n)+" "+e;return Math.round(t)+" ns"}function v(t,e,n=t){
if(t===0)return"0";let[o,s]=eo.find(([,a])=>Math.abs(n)>=a)||["ns",1],r=Math.max(0,Math.ceil(-Math.log10(Math.max(e,1)/s)-1e-9));return(t/s).toFixed(Math.min(r,
9))+" "+o}function je(t,e,n){let o=(e-t)/Math.max(1,n/110),s=Math.pow(10,Math.floor(Math.log10(o))),r=Math.max(1,s*(o/s<=1?1:o/s<=2?2:o/s<=5?5:10)),a=[];for(let i=Math.
ceil(t/r)*r;i<=e;i+=r)a.push(i);return{step:r,at:a}}var y=t=>String(Math.round(t)).replace(/\B(?=(\d{3})+(?!\d))/g,",");function Fr(t){for(let[e,n]of zr)if(t>=n)
return Number((t/n).toPrecision(3))+" "+e;return String(t)}function Ht(t){for(let[e,n]of Pr)if(t>=n)return no(t/n)+" "+e;return t+" B"}function V(t){return t>0&&
t<.01?"<1%":t<1&&t>.99?">99%":Math.round(t*100)+"%"}function $(t){let e=t.indexOf("["),n=e<0?t:t.slice(0,e);return t.slice(n.lastIndexOf("/")+1)}var he=t=>t.slice(
Math.max(t.lastIndexOf("/"),t.lastIndexOf("\\"))+1),C=(t,e)=>y(t)+" "+e+(t===1?"":"s");var F={};O(F,{byIndex:()=>K,chrome:()=>k,contrast:()=>Ke,echartsTheme:()=>_t,family:()=>St,force:()=>pe,ink:()=>lt,mark:()=>vt,markGlyph:()=>ht,markKinds:()=>Xe,
markLabel:()=>ft,markShort:()=>Kt,mix:()=>Wr,mode:()=>W,onChange:()=>Ye,state:()=>Y,wait:()=>Vt,waitKinds:()=>me});var Gr={light:["#4457c8","#c87816","#1b9488",
"#c4457c","#7f899b","#808c14","#7b5cc4","#d2603f","#3580c8","#8a6a2c","#2b9455","#ab78c6"],dark:["#7385f0","#e8a04a","#35b8a8","#dc6a9a","#98a2b4","#b4c04a","#9\
b80e0","#e07a5c","#5ca8ee","#b08d4a","#4cb878","#caa2de"]},oo={light:{open:"#8a94a6",unknown:"#c3c8d0",runnable:"#4481dc",running:"#289051",waiting:"#c96d3c",syscall:"\
#8a5cc4",idle:"#b4bac4",heap:"#8a94a6",queued:"#4f8ae0","idle Ps":"#b4bac4",spinning:"#8a5cc4"},dark:{open:"#8a94a6",unknown:"#5a6270",runnable:"#5c96ea",running:"\
#45b573",waiting:"#d98a60",syscall:"#a37de0",idle:"#666e7c",heap:"#8a94a6",queued:"#5c96ea","idle Ps":"#666e7c",spinning:"#a37de0"}},me=[{name:"runtime",reasons:/^GC |\(idle\)|system goroutine|^force gc|^finalizer/,
light:"#868e9b",dark:"#6b7380",dash:[2,8]},{name:"chan receive",reasons:/chan receive/,light:"#cc6836",dark:"#dd8a5e",dash:[8,3]},{name:"chan send",reasons:/chan send/,
light:"#b8502e",dark:"#c96a48",dash:[4,3]},{name:"select",reasons:/select/,light:"#b07a18",dark:"#e0ac58",dash:[10,3,2,3]},{name:"sync",reasons:/sync|mutex|semacquire|Cond/i,
light:"#cc4b4b",dark:"#dc6a6a",dash:[]},{name:"sleep",reasons:/sleep/,light:"#a97c54",dark:"#b58e6c",dash:[2,4]},{name:"network",reasons:/network|IO wait/,light:"\
#c8667d",dark:"#d98fa0",dash:[16,4]},{name:"other",reasons:/^/,light:"#c96d3c",dark:"#d98a60",dash:[10,2,3,2,3,2]}],jt={async:{light:"#c81e2b",dark:"#ff6b70",short:"\
async",label:"async preemption",glyph:"▼"},cooperative:{light:"#1f5fc8",dark:"#7ab0ff",short:"cooperative",label:"cooperative preemption",glyph:"△"},stw:{light:"\
#e0161c",dark:"#ff5a5f",short:"for STW",label:"stopped for a stop-the-world",glyph:"■"},suspend:{light:"#7a3fc0",dark:"#b48af0",short:"stack scan",label:"susp\
ended for a stack scan",glyph:"●"},gosched:{light:"#0f8277",dark:"#4fd0c0",short:"Gosched",label:"yielded (Gosched)",glyph:"◇"},mutex_handoff:{light:"#a8650\
0",dark:"#e0a950",short:"mutex handoff",label:"mutex handoff",glyph:"▷"},unknown:{light:"#69727f",dark:"#a0a8b4",short:"unknown",label:"preempted, kind unknow\
n",glyph:"✕"}},ro={light:{text:"#1b2430",muted:"#667085",line:"#e4e7ec",track:"#f3f5f8",panel:"#ffffff",dim:"#dfe3e9",gc:"#9b6bd3",stw:"#e0161c",accent:"#3355\
cc",led:"#3355cc",caused:"#a3420f",ramp:["#f3f5f8","#3355cc"]},dark:{text:"#e6e9ee",muted:"#98a2b3",line:"#2b323d",track:"#1c222b",panel:"#14181f",dim:"#333b47",
gc:"#b48af0",stw:"#ff5a5f",accent:"#8ea6ff",led:"#8ea6ff",caused:"#ffb27a",ramp:["#1c222b","#8ea6ff"]}},de=globalThis.matchMedia?matchMedia("(prefers-color-sche\
me: dark)"):{matches:!1},ao=null,io=de.matches?"dark":"light";de.addEventListener?.("change",()=>{io=de.matches?"dark":"light"});var W=()=>ao||io,co=[],lo=()=>co.
forEach(t=>t());de.addEventListener?.("change",lo);function pe(t){let e=W();ao=t,W()!==e&&lo()}var K=t=>Gr[W()][(t%12+12)%12],Ve=new Map;function St(t){return Ve.
has(t)||Ve.set(t,me.find(e=>e.reasons.test(t))),Ve.get(t)}var Vt=t=>St(t)[W()];function so(t){let e=parseInt(t.slice(1),16),[n,o,s]=[e>>16,e>>8&255,e&255].map(r=>r<=
10?r/255/12.92:((r/255+.055)/1.055)**2.4);return .2126*n+.7152*o+.0722*s}function Ke(t,e){let[n,o]=[so(t),so(e)];return(Math.max(n,o)+.05)/(Math.min(n,o)+.05)}var _e=new Map;
function lt(t){return _e.has(t)||_e.set(t,Ke(t,"#000000")>Ke(t,"#ffffff")?"#000000":"#ffffff"),_e.get(t)}function Wr(t,e,n){let o=s=>{let r=parseInt(t.slice(1),
16)>>s&255,a=parseInt(e.slice(1),16)>>s&255;return Math.round(r+(a-r)*n).toString(16).padStart(2,"0")};return"#"+o(16)+o(8)+o(0)}function _t(){let t=ro[W()],e={
axisLine:{lineStyle:{color:t.line}},axisTick:{lineStyle:{color:t.line}},axisLabel:{color:t.muted,fontSize:11},splitLine:{lineStyle:{color:t.line}}};return{backgroundColor:"\
transparent",textStyle:{fontFamily:getComputedStyle(document.body).fontFamily,color:t.text},categoryAxis:e,valueAxis:e,logAxis:e}}var Y=t=>oo[W()][t]||oo[W()].unknown,
vt=t=>jt[t][W()],ft=t=>jt[t].label,Kt=t=>jt[t].short,ht=t=>jt[t].glyph,Xe=Object.keys(jt),k=()=>ro[W()],Ye=t=>co.push(t);function qr(t){document.documentElement.classList.add("printing"),pe("light"),uo(t);for(let e of document.querySelectorAll(".chart"))Dr([...e.querySelectorAll("\
canvas")])}function Dr(t){let e=t.pop();if(!t.length)return;let n=e.getContext("2d");n.save(),n.setTransform(1,0,0,1,0,0),n.globalCompositeOperation="destinatio\
n-over";for(let o of t.reverse())n.drawImage(o,0,0);n.restore()}function Ur(t){document.documentElement.classList.remove("printing"),pe(null),uo(t)}function uo(t){
for(let e of t)e.relayout(),e.draw();for(let e of document.querySelectorAll(".chart")){let n=echarts.getInstanceByDom(e);n?.resize(),n?.getZr().flush()}for(let e of document.
querySelectorAll(".virtual-box"))e.dispatchEvent(new Event("scroll"));for(let e of document.querySelectorAll(".list"))e.list?.draw()}function fo(t){addEventListener("beforeprint",()=>qr(t)),addEventListener("afterprint",()=>Ur(t))}var wt={};O(wt,{build:()=>mn,courses:()=>Ae,groupings:()=>ne,hit:()=>pn,orders:()=>ee,press:()=>Se,statsOf:()=>Ho});var ho=null;function jr(){ho&&(ho.hidden=!0)}var mo=0;function po(t){let e=B("said");e.textContent=t,clearTimeout(mo),mo=setTimeout(()=>{e.textContent=""},6e3)}globalThis.addEventListener?.(
"scroll",jr,{passive:!0});var tt={};O(tt,{chain:()=>Qt,coreFacts:()=>Jt,facts:()=>N,head:()=>xe,merged:()=>Zt,onLane:()=>zt,spanFacts:()=>ve,tooltip:()=>fn});var Q={};O(Q,{core:()=>H,flame:()=>Xr,frame:()=>Xt,g:()=>Lt,group:()=>st,heat:()=>_r,lane:()=>dt,log:()=>U,mark:()=>ut,other:()=>It,queue:()=>rt,range:()=>Z,region:()=>J,
sample:()=>Ct,site:()=>Kr,span:()=>q,stack:()=>Nt,table:()=>Vr,task:()=>Tt});var Lt={id:"g.id",func:"g.func",parent:"g.parent",created:"g.created"},q={start:"sp\
an.start",dur:"span.dur",g:"span.g",m:"span.m",p:"span.p",stack:"span.stack",waker:"span.waker",n:"span.n",reason:"span.reason",state:"span.state",preempt:"span\
.preempt",idle:"span.idle",oncore:"span.oncore"},ut={time:"mark.time",g:"mark.g",m:"mark.m",p:"mark.p",stack:"mark.stack",n:"mark.n",kind:"mark.kind"},Z={name:"\
range.name",start:"range.start",dur:"range.dur",g:"range.g",p:"range.p",n:"range.n",busy:"range.busy"},Tt={id:"task.id",parent:"task.parent",type:"task.type",start:"\
task.start",end:"task.end",open:"task.open"},J={task:"region.task",type:"region.type",g:"region.g",start:"region.start",end:"region.end",open:"region.open"},U={
time:"log.time",g:"log.g",task:"log.task",category:"log.category",message:"log.message"},st={func:"group.func",others:"group.others",goroutines:"group.goroutine\
s",lanes:"group.lanes",running:"group.running",runnable:"group.runnable"},Ct={time:"sample.time",name:"sample.name",value:"sample.value"},H={key:"core.key",count:"\
core.count",start:"core.start",dur:"core.dur",m:"core.m",other:"core.other",n:"core.n",left:"core.left",idle:"core.idle"},It={id:"other.id",process:"other.proce\
ss",name:"other.name",traced:"other.traced"},rt={time:"queue.time",global:"queue.global",ps:"queue.ps",local:"queue.local",idle:"queue.idle",spinning:"queue.spi\
nning",threads:"queue.threads"},Vr={id:"table.id",func:"table.func",parent:"table.parent",ended:"table.ended",life:"table.life",running:"table.running",runnable:"\
table.runnable",waiting:"table.waiting",syscall:"table.syscall",runs:"table.runs",maxSlice:"table.maxSlice",maxLatency:"table.maxLatency",preempted:"table.preem\
pted",migrations:"table.migrations",endState:"table.endState",endReason:"table.endReason"},_r={utilisation:"heat.utilisation",cores:"heat.cores"},dt={g:{key:"la\
ne.g.key",count:"lane.g.count",rows:"lane.g.rows"},p:{key:"lane.p.key",count:"lane.p.count",rows:"lane.p.rows"},m:{key:"lane.m.key",count:"lane.m.count",rows:"l\
ane.m.rows"}},Nt={len:"stack.len",frames:"stack.frames"},Xt={func:"frame.func",file:"frame.file",line:"frame.line"},Kr={stack:{len:"site.stack.len",frames:"site\
.stack.frames"},frame:{func:"site.frame.func",file:"site.frame.file",line:"site.frame.line"}},Xr={blocking:{depth:"flame.blocking.depth",name:"flame.blocking.na\
me",frame:"flame.blocking.frame",total:"flame.blocking.total",count:"flame.blocking.count"},ready:{depth:"flame.ready.depth",name:"flame.ready.name",frame:"flam\
e.ready.frame",total:"flame.ready.total",count:"flame.ready.count"},syscalls:{depth:"flame.syscalls.depth",name:"flame.syscalls.name",frame:"flame.syscalls.fram\
e",total:"flame.syscalls.total",count:"flame.syscalls.count"},samples:{depth:"flame.samples.depth",name:"flame.samples.name",frame:"flame.samples.frame",total:"\
flame.samples.total",count:"flame.samples.count"}};var Ze={};O(Ze,{RUNNABLE:()=>E,RUNNING:()=>b,SYSCALL:()=>I,WAITING:()=>M,preempts:()=>G,states:()=>X});var X=["unknown","runnable","running","waiting","syscall",
"dead"],G=["","async","cooperative","stw","suspend","gosched","mutex_handoff","unknown"],E=1,b=2,M=3,I=4;var Qe={};O(Qe,{byPixel:()=>Je,fromSeries:()=>Ot,fromSpans:()=>Et,levelAt:()=>mt,steps:()=>Rt});function Et(t,e,n){let o=[],s=[];for(let f of t)for(let d of f.rows)
n!==null&&e.state[d]!==n||(o.push(e.start[d]),s.push(e.end[d]));let r=Float64Array.from(o).sort(),a=Float64Array.from(s).sort(),i=new Float64Array(r.length*2),c=new Float64Array(
r.length*2),l=0,u=0;for(let f=0,d=0;d<a.length;){let p=f<r.length&&r[f]<a[d],m=p?r[f++]:a[d++];u+=p?1:-1,l>0&&i[l-1]===m&&l--,i[l]=m,c[l++]=u}return Rt(i.subarray(
0,l),c.subarray(0,l))}function Ot(t,e){return Rt(Float64Array.from(e,(n,o)=>t.start+o*t.step),Float64Array.from(e))}function Rt(t,e){let n=new Float64Array(t.length);
for(let o=1;o<t.length;o++)n[o]=n[o-1]+e[o-1]*(t[o]-t[o-1]);return{time:t,level:e,area:n,max:e.reduce((o,s)=>Math.max(o,s),0)}}function wo(t,e){let n=0,o=t.time.
length;for(;n<o;){let s=n+o>>1;t.time[s]<=e?n=s+1:o=s}return n-1}var mt=(t,e)=>t.level[wo(t,e)]??0;function go(t,e,n){return e<0?0:t.area[e]+t.level[e]*(n-t.time[e])}
function Je(t,e,n,o){let s=new Float32Array(o),r=new Float32Array(o),a=(n-e)/o,i=wo(t,e);for(let c=0;c<o;c++){let l=e+c*a,u=l+a;for(;i+1<t.time.length&&t.time[i+
1]<=l;)i++;let f=go(t,i,l),d=t.level[i]??0;for(;i+1<t.time.length&&t.time[i+1]<u;)d=Math.max(d,t.level[++i]);r[c]=d,s[c]=(go(t,i,u)-f)/a}return{mean:s,max:r}}var tn=1e7;function yo(t){let{page:e,lanes:n,spans:o}=t,s=t.part.resolution===0&&t.part.complete,r=Yr(t),a=Zr(t);if(!s){let i=e.series;return{exact:s,heap:r,...a,
runnable:Ot(i,i.runnable),running:Ot(i,i.running)}}return{exact:s,heap:r,...a,runnable:Et(n.g,o,1),running:Et(n.g,o,2)}}function Yr({cols:t,strings:e,page:n}){let o=[];
for(let s=0;s<t[Ct.time].length;s++)e[t[Ct.name][s]]==="/memory/classes/heap/objects:bytes"&&o.push(s);return o.length<3||!n.stat.gc.cycles?null:Rt(Float64Array.
from(o,s=>t[Ct.time][s]),Float64Array.from(o,s=>t[Ct.value][s]))}function Zr(t){let e=t.cols,n=e[rt.time];if(!n||!n.length)return{};t.queues=Array.from(n,()=>null);
for(let s=0,r=0;s<n.length;r+=e[rt.ps][s++]){let a=Array.from(e[rt.local].subarray(r,r+e[rt.ps][s]));t.queues[s]={time:n[s],global:e[rt.global][s],local:a,idle:e[rt.
idle][s],spinning:e[rt.spinning][s],threads:e[rt.threads][s]}}let o=s=>{let r=[],a=[];return t.queues.forEach((i,c)=>{r.push(i.time),a.push(s(i)),n[c+1]<=i.time+
1.5*tn||(r.push(i.time+tn),a.push(0))}),Rt(Float64Array.from(r),Float64Array.from(a))};return{queued:o(s=>s.global+s.local.reduce((r,a)=>r+a,0)),"idle Ps":o(s=>s.
idle),spinning:o(s=>s.spinning)}}function ko(t,e){let n=t.queues||[],o=n.length-1;for(;o>=0&&n[o].time>e;)o--;return o>=0&&e-n[o].time<=1.5*tn?n[o]:null}var Mt={};O(Mt,{at:()=>Bt,build:()=>on,isRunning:()=>rn,left:()=>ke,offCore:()=>an,parts:()=>sn});var en={};O(en,{at:()=>D,cut:()=>ye,firstEndingAfter:()=>j,firstStartingAt:()=>we});function j(t,e,n){let o=0,s=e.length;for(;o<s;){let r=o+s>>1;t.end[e[r]]>n?s=r:o=r+1}return o}function we(t,e,n,o){let s=o;for(let r=1;s<e.length&&t.start[e[s]]<
n;r*=2)o=s+1,s+=r;for(s=Math.min(s,e.length);o<s;){let r=o+s>>1;t.start[e[r]]>=n?s=r:o=r+1}return o}var ge={sums:new WeakMap,onCore:new WeakMap};function xo(t,e){
let n=ge.sums.get(e.rows);if(n)return n;let o=new Float64Array(e.rows.length+1);for(let s=0;s<e.rows.length;s++){let r=e.rows[s],a=e.kind!=="g"||t.state[r]===2;
o[s+1]=o[s]+(a?t.dur[r]-t.idle[r]:0)}return ge.sums.set(e.rows,o),o}function Jr(t,e){let n=ge.onCore.get(e.rows);if(n)return n;let o=xo(t,e),s=new Float64Array(
o.length);for(let r=0;r<e.rows.length;r++){let a=t.oncore?t.oncore[e.rows[r]]:-1;s[r+1]=s[r]+(o[r+1]-o[r])*(a<0?1:a/1e3)}return ge.onCore.set(e.rows,s),s}function Qr(t,e,n,o){
let s=Math.max(1,Math.floor((o-n)/16)),r=e[n];for(let a=n+s;a<o;a+=s)t.dur[e[a]]>t.dur[r]&&(r=e[a]);return r}function ta(t,e,n){let o=e,s=n;for(;o<s;){let r=o+s>>
1;t[r+1]>t[e]?s=r:o=r+1}return o}function ye(t,e,n,o,s,r,a=null){let i=e.rows,c=(o-n)/s,l=m=>(m-n)/c,u=xo(t,e),f=Jr(t,e),d=(m,g)=>u[g]>u[m]?(f[g]-f[m])/(u[g]-u[m]):
1,p=j(t,i,n);for(;p<i.length;){let m=i[p];if(t.start[m]>=o)return;if(t.end[m]-t.start[m]>=c){let A=t.n[m]>1;r(Math.max(l(t.start[m]),-1),Math.min(l(t.end[m]),s+
1),m,A?1-t.idle[m]/t.dur[m]:1,A,d(p,p+1)),p++;continue}let g=Math.floor(l(t.start[m])+1e-6),L=Math.max(p+1,we(t,i,n+(g+1)*c,p));L-1>p&&t.dur[i[L-1]]>=c&&L--,r(g,
g+1,a&&a[L]>a[p]?i[ta(a,p,L)]:Qr(t,i,p,L),Math.min(1,(u[L]-u[p])/c),!0,d(p,L)),p=L}}function D(t,e,n,o){let s=e.rows,r=j(t,s,n);if(r<s.length&&t.start[s[r]]<=n)
return r;let a=r<s.length?t.start[s[r]]-n:1/0,i=r>0?n-t.end[s[r-1]]:1/0;return Math.min(a,i)>o?-1:a<i?r:r-1}var ea=new Int32Array(0),ke=["","","preempted","blocked","exited"];function on(t,e,n){let o=n[H.key];if(!o||!o.length)return;e.onCore=t.threads.length?Array.from(
t.threads,()=>({start:[],end:[],core:[],left:[]})):[],e.others=Array.from(n[It.id],(a,i)=>({id:a,process:n[It.process][i],name:t.strings[n[It.name][i]],traced:!!n[It.
traced][i]}));let s=new nn(e.spans),r=new Map(t.lanes.c.map(a=>[a.key,a]));for(let a=0,i=0;a<o.length;i+=n[H.count][a++]){let c=s.base+s.length;for(let u=i;u<i+
n[H.count][a];u++)na(t,e,s,o[a],n,u);let l=Int32Array.from({length:s.base+s.length-c},(u,f)=>c+f);e.lanes.set(r.get(o[a]),{rows:l,marks:[],under:[]})}for(let a of e.
onCore)oa(a);s.append(e.spans)}function na(t,e,n,o,s,r){let a=s[H.m][r],i=s[H.start][r],c=i+s[H.dur][r],l={core:o,m:a,other:s[H.other][r],left:s[H.left][r],n:s[H.
n][r],idle:s[H.idle][r]};if(a<0)return n.add(i,c,-1,l);let u=e.onCore[a];u.start.push(i),u.end.push(c),u.core.push(o),u.left.push(l.left);let f=e.lanes.get(t.lanes.
m[a])?.rows||ea,{spans:d}=e,p=j(d,f,i);if(l.n>1){let g=p<f.length&&d.start[f[p]]<c?f[p]:-1;return n.add(i,c,g,l)}let m=i;for(;p<f.length&&d.start[f[p]]<c;p++){let g=f[p],
L=Math.max(m,d.start[g]),A=Math.min(c,d.end[g]);L>m&&n.add(m,L,-1,l),A>L&&n.add(L,A,g,l),m=Math.max(m,A)}(c>m||c===i)&&n.add(m,c,-1,l)}function oa(t){let e=t.start.
map((n,o)=>o).sort((n,o)=>t.start[n]-t.start[o]);for(let n of["start","end","core","left"])t[n]=Float64Array.from(e,o=>t[n][o])}var nn=class{constructor(e){this.
spans=e,this.base=e.start.length,this.length=0,this.cols={start:[],end:[],from:[],core:[],m:[],other:[],left:[],n:[],idle:[]}}add(e,n,o,s){let r=this.cols;r.start.
push(e),r.end.push(n),r.from.push(o);for(let a of["core","m","other","left","n","idle"])r[a].push(s[a]);this.length++}append(e){let{cols:n,base:o,length:s}=this,
r=(c,l)=>{let u=new c.constructor(o+s);u.set(c);for(let f=0;f<s;f++)u[o+f]=l(f);return u},a=(c,l)=>r(e[c],u=>n.from[u]<0?l:e[c][n.from[u]]),i={start:r(e.start,c=>n.
start[c]),end:r(e.end,c=>n.end[c]),dur:r(e.dur,c=>n.end[c]-n.start[c]),g:a("g",-1),p:a("p",-1),stack:a("stack",0),reason:a("reason",0),state:a("state",0),m:r(e.
m,c=>n.m[c]),n:r(e.n,c=>n.n[c]),idle:r(e.idle,c=>n.idle[c]),waker:r(e.waker,()=>-1),preempt:r(e.preempt,()=>0),oncore:r(e.oncore,()=>1e3)};i.core=r(new Int32Array(
o).fill(-1),c=>n.core[c]),i.other=r(new Int32Array(o).fill(-1),c=>n.other[c]),i.left=r(new Uint8Array(o),c=>n.left[c]),Object.assign(e,i)}};function Bt(t,e,n){let o=t.
onCore?.[e];if(!o||!o.start.length)return null;let s=0,r=o.start.length;for(;s<r;){let i=s+r>>1;o.start[i]<=n?s=i+1:r=i}let a=s-1;return a>=0&&n<o.end[a]?{core:o.
core[a],since:o.start[a],until:o.end[a]}:{core:-1,why:a>=0?ke[o.left[a]]:"",since:a>=0?o.end[a]:0,until:s<o.start.length?o.start[s]:t.duration}}function sn(t,e,n,o){
let{spans:s}=t,r=t.onCore[s.m[e]];if(!r)return;let a=(n.to-n.from)/n.width,i=Math.max(s.start[e],n.from),c=Math.min(s.end[e],n.to),l=-1,u=0,f=()=>{u>0&&o(l,l+1,
Math.min(1,u)),u=0},d=0,p=r.end.length;for(;d<p;){let m=d+p>>1;r.end[m]>i?p=m:d=m+1}for(let m=d;m<r.start.length&&r.start[m]<c;m++){let g=(Math.max(i,r.start[m])-
n.from)/a,L=(Math.min(c,r.end[m])-n.from)/a;if(L-g>=1){f(),o(g,L,1);continue}let A=Math.floor(g);A!==l&&f(),l=A,u+=L-g}f()}var rn=(t,e)=>t.spans.state[e]===2;function an(t,e){
let n=t.spans.oncore[e];return n<0?null:t.spans.dur[e]*(1-n/1e3)}var Yt={};O(Yt,{build:()=>cn,gFunc:()=>T,gName:()=>x,laneID:()=>_,laneName:()=>R,stackOf:()=>pt});var sa=64,ra=200;function vo(t){let{cols:e,strings:n,duration:o}=t,s=new Map,r=(i,c,l)=>{let u=n[e[Q[i].type][c]]||"without a name",f=e[Q[i].end][c],d=i+"/"+u,p=u;
!s.has(d)&&s.size>=ra&&([d,p]=[i+"/",`other ${i}s`]),s.has(d)||s.set(d,{kind:"t",what:i,key:d,name:p,boxes:[],levels:1,rows:new Int32Array(0),marks:[],under:[]}),
s.get(d).boxes.push({what:i,name:u,start:Math.max(0,e[Q[i].start][c]),end:f<0?o:f,open:!!e[Q[i].open][c],...l})};for(let i=0;i<e[Tt.type].length;i++)r("task",i,
{id:e[Tt.id][i],parent:e[Tt.parent][i],g:-1,task:e[Tt.id][i]});for(let i=0;i<e[J.type].length;i++)r("region",i,{g:t.byID.get(e[J.g][i])??-1,task:e[J.task][i]});
let a=[...s.values()].sort((i,c)=>c.what.localeCompare(i.what)||i.name.localeCompare(c.name));for(let i of a)aa(i);t.lanes.t=a,t.logs=ia(t)}function aa(t){t.boxes.
sort((n,o)=>n.start-o.start||o.end-n.end);let e=[];for(let n of t.boxes){let o=e.findIndex(s=>s<=n.start);o<0&&(o=Math.min(e.length,sa-1)),e[o]=Math.max(e[o]??0,
n.end),n.level=o}t.levels=Math.max(1,e.length)}function ia({cols:t,strings:e}){let n=new Map;for(let o=0;o<t[U.time].length;o++){let s=[e[t[U.category][o]],e[t[U.
message][o]]].filter(Boolean).join(": "),r=t[U.task][o];n.has(r)||n.set(r,[]),n.get(r).push({time:t[U.time][o],text:s,g:t[U.g][o]})}return n}var la={rows:new Int32Array(0),marks:[],under:[]};function Mo(t,e,{from:n,to:o,resolution:s,resolutions:r,complete:a,groupStep:i}){let c={from:n,to:o,resolution:s,
resolutions:r,complete:a,spans:ua(e),lanes:new Map,groups:fa(t,e,n,i),onCore:null,others:[]},{p:l,m:u}=t.lanes,f={p:new Map(l.map(d=>[d.key,d])),m:new Map(u.map(
d=>[d.key,d])),g:t.laneOfG};for(let d of["p","m","g"])ha(c,d,f[d],e);return da(c,t,f.p,e),ma(c,t,e),on(t,c,e),c}function $o(t,e){let{spans:n,marks:o,bands:s,onCore:r,
others:a}=e;Object.assign(t,{part:e,spans:n,marks:o,bands:s,onCore:r,others:a});for(let i of Object.values(t.lanes))for(let c of i)Object.assign(c,e.lanes.get(c)||
la)}function ua(t){let e=t[q.start],n=t[q.dur];return{start:e,dur:n,end:e.map((o,s)=>o+n[s]),g:t[q.g],m:t[q.m],p:t[q.p],stack:t[q.stack],waker:t[q.waker],n:t[q.
n],reason:t[q.reason],state:t[q.state],preempt:t[q.preempt],idle:t[q.idle],oncore:t[q.oncore]||new Int32Array(e.length).fill(-1)}}function fa(t,e,n,o){let s=e[st.
func]?.length??0,r=s&&e[st.running].length/s;return Array.from({length:s},(a,i)=>{let c=(l,u)=>({name:l,f:Ot({start:n,step:o},e[u].subarray(i*r,(i+1)*r).map(f=>f/
100))});return{func:t.strings[e[st.func][i]],others:!!e[st.others][i],goroutines:e[st.goroutines][i],lanes:e[st.lanes][i],step:o,courses:[c("running",st.running),
c("runnable",st.runnable)]}})}function ha(t,e,n,o){let s=o[dt[e].key],r=o[dt[e].count],a=o[dt[e].rows];for(let i=0,c=0;i<s.length;c+=r[i++])t.lanes.set(n.get(s[i]),
{rows:a.subarray(c,c+r[i]),marks:[],under:[]})}function da(t,e,n,o){let s={time:o[ut.time],g:o[ut.g],m:o[ut.m],p:o[ut.p],stack:o[ut.stack],n:o[ut.n],kind:o[ut.kind]};
t.marks=s;for(let r=0;r<s.time.length;r++)for(let a of[n.get(s.p[r]),e.lanes.m[s.m[r]],e.laneOfG.get(s.g[r])])t.lanes.get(a)?.marks.push(r)}function ma(t,e,n){let o=e.
strings,s=r=>t.lanes.get(e.laneOfG.get(r))?.under;t.bands=[];for(let r=0;r<n[Z.name].length;r++){let a={name:o[n[Z.name][r]],start:n[Z.start][r],end:n[Z.start][r]+
n[Z.dur][r],g:n[Z.g][r],p:n[Z.p][r],n:n[Z.n][r]};a.busy=a.n>1?n[Z.busy][r]:a.end-a.start,a.stw=a.name.startsWith("stop-the-world"),a.gap=a.name==="missing from \
the trace",a.stw||a.g<0&&a.p<0?t.bands.push(a):s(a.g)?.push({...a,kind:"range"})}for(let r=0;r<n[J.type].length;r++){let a=n[J.end][r];s(e.byID.get(n[J.g][r]))?.
push({kind:"region",name:o[n[J.type][r]],start:Math.max(0,n[J.start][r]),end:a<0?e.duration:a})}for(let r=0;r<n[U.time].length;r++){let a=n[U.time][r],i=[o[n[U.
category][r]],o[n[U.message][r]]].filter(Boolean).join(": ");s(e.byID.get(n[U.g][r]))?.push({kind:"log",name:i,start:a,end:a})}}function cn({page:t,strings:e,cols:n}){let o={id:n[Lt.id],func:n[Lt.func],parent:n[Lt.parent],created:n[Lt.created]},s={page:t,strings:e,cols:n,gs:o,duration:Math.
max(1,t.duration),lanes:{p:be("p",n),m:be("m",n),g:be("g",n),c:be("c",n)},threads:n[dt.m.key],byID:new Map};for(let i=0;i<o.id.length;i++)s.byID.set(o.id[i],i);
s.laneOfG=new Map(s.lanes.g.map(i=>[i.key,i]));let{carried:r}=t,a={...t,from:0,to:s.duration,complete:r.lanes===r.goroutines};return s.overview=Mo(s,n,a),$o(s,s.
overview),ga(s),vo(s),s}var be=(t,e)=>Array.from(e[t==="c"?H.key:dt[t].key]||[],n=>({kind:t,key:n}));function ga(t){let e=n=>wa(t.strings[t.gs.func[n.key]])?1:0;
t.lanes.g.sort((n,o)=>e(n)-e(o)||t.gs.id[n.key]-t.gs.id[o.key])}var wa=t=>/^runtime(\.|\/)/.test(t)&&t!=="runtime.main",x=(t,e)=>e<0?"no goroutine":"G"+t.gs.id[e],
T=(t,e)=>e<0?"":t.strings[t.gs.func[e]]||"";function R(t,e){return e.kind==="p"?"P "+e.key:e.kind==="m"?"M "+e.key:e.kind==="c"?"core "+e.key:e.kind==="group"?e.
title:e.kind==="t"?e.name:x(t,e.key)}var _=(t,e)=>e.kind+(e.kind==="g"?t.gs.id[e.key]:e.key);function pt(t,e){let n=t.cols;if(!t.stackStart){t.stackStart=[0];for(let s of n[Nt.
len])t.stackStart.push(t.stackStart.at(-1)+s)}let o=[];for(let s=t.stackStart[e]??0;s<(t.stackStart[e+1]??0);s++){let r=n[Nt.frames][s];o.push({func:t.strings[n[Xt.
func][r]],file:t.strings[n[Xt.file][r]],line:n[Xt.line][r]})}return o}var Ao=new WeakMap;function ya(t){let e=new Map;for(let n of t.source||[])e.set(n.file,[...e.get(n.file)||[],n]);return Ao.set(t,e),e}function ka(t,{file:e,line:n}){
return((Ao.get(t)||ya(t)).get(e)||[]).find(s=>n>=s.first&&n<s.first+s.lines.length)||null}function So(t,e){let n=ka(t,e);return n?n.lines[e.line-n.first].trim():
""}var To=t=>/^(runtime|internal|sync|time)[./]/.test(t.func),ln=t=>`${$(t.func)} ${he(t.file)}:${t.line}`,un=t=>t.find(e=>!To(e))||t[0];function Lo(t,e,n){let o=e&&
So(e,t),s=$(t.func);return h("li",{},n&&t.func?S(s,()=>n.search(`stack:"${t.func.replaceAll('"',"")}"`),`grey all spans without ${t.func} in their stack`):h("sp\
an",{class:"func",title:t.func},s),h("span",{class:"file",title:`${t.file}:${t.line}`},`${he(t.file)}:${t.line}`),o?h("code",{class:"line"},o):null)}function Co(t,e,n=null,o=null){
if(!e.length)return h("p",{class:"quiet"},"The trace has no stack for this.");let s=[];for(let r=0;r<e.length;){let a=r;for(;a<e.length&&To(e[a]);)a++;a-r>1&&a-
r<e.length?(s.push(h("li",{class:"folded"},h("details",{},h("summary",{},`${a-r} runtime frames, from ${$(e[r].func)}`),h("ol",{class:"stack"},e.slice(r,a).map(
i=>Lo(i,n,o)))))),r=a):s.push(Lo(e[r++],n,o))}return h("div",{},t&&h("h4",{},t),h("ol",{class:"stack"},s))}function xe(t,e){let n=T(t.model,e);return h("div",{class:"who"},e>=0&&z(K(t.model.gs.id[e])),h("b",{},x(t.model,e)),n?" "+$(n):"")}function N(t){let e=h("dl",{
class:"facts"});for(let[n,o]of t)o==null||o===""||e.append(h("dt",{},n),h("dd",{},o));return e}function ba(t,e){let{spans:n,strings:o}=t;if(n.state[e]!==2)return"";
let s=G[n.preempt[e]];if(s)return ht(s)+" "+ft(s);let r=o[n.reason[e]];return r?"waits: "+r:""}function Zt(t,e,n){let{spans:o}=t;return o.n[e]>1?`${y(o.n[e])} s\
pans merged, busy ${V(1-o.idle[e]/Math.max(1,o.dur[e]))}`:n>1?`one of ${y(n)} in this pixel; zoom in to tell them apart`:""}function ve(t,e){let{model:n}=t,{spans:o,
strings:s}=n,r=o.state[e];return[["state",X[r]],["for",r===3?s[o.reason[e]]:""],["start",v(o.start[e],1e3)],["duration",w(o.dur[e])],["P",o.p[e]>=0?String(o.p[e]):
""],["M",o.m[e]>=0?String(n.threads[o.m[e]]):""],["ended",ba(n,e)]]}function Jt(t,e,n){let{model:o}=t,{spans:s}=o;if(!o.onCore)return[];if(s.core?.[e]>=0)return[
["left it",xa[ke[s.left[e]]]||""]];if(s.state[e]!==2||s.n[e]>1)return[];let r=an(o,e),a=Bt(o,s.m[e],n);return[["on a core",r===null?"not known":`${w(s.dur[e]-r)}\
 of ${w(s.dur[e])}`],["here",a&&a.core<0?`off any core for ${w(a.until-a.since)}${a.why==="preempted"?": the kernel had taken the thread off":a.why==="blocked"?
": the thread was blocked in the kernel":""}`:""]]}var xa={preempted:"the kernel took it off",blocked:"gave it up, to wait",exited:"ended"};function Qt(t,e,n){let{
model:o}=t,{spans:s}=o;if(!o.onCore||s.m[e]<0)return null;let r=[];s.g[e]>=0&&r.push("G "+o.gs.id[s.g[e]]),s.p[e]>=0&&r.push("P "+s.p[e]),r.push("thread "+o.threads[s.
m[e]]);let a=s.core?.[e]>=0?s.core[e]:Bt(o,s.m[e],n)?.core??-1;return r.push(a>=0?"core "+a:"no core"),h("div",{class:"chain"},r.join(" on "))}function zt(t,e){
let{spans:n}=t,o=n.other[e]>=0?t.others[n.other[e]]:null;if(o)return[o.traced?"M "+o.id+" (runtime)":`${o.name||"another process"} (${o.process})`,o.traced?"M "+
o.id:o.name||""];let s="M "+t.threads[n.m[e]];if(n.g[e]<0)return[s+" (no goroutine)",s];let r=x(t,n.g[e]);return[`${r} · ${s}`,r]}var va={1:"made ready at",3:"\
waits at",4:"called at"};function fn(t,e){if(!e)return null;if(e.tip)return e.tip();if(e.kind==="gap")return Aa(t,e);if(e.kind==="counters")return h("div",{},N(
[["at",v(e.t,(t.view.to-t.view.from)/t.width)],...No(t,e.t),["heap",t.counts.heap&&Ht(mt(t.counts.heap,e.t))],...$a(t,e.t)]));if(e.kind==="band")return La(e.band);
if(e.kind==="mark")return Ta(t,e);if(e.kind==="arrow")return Ca(t,e.arrow.wake);let{model:n}=t,{spans:o}=n;if(o.g[e.row]<0)return Ma(t,e);let s=un(pt(n,o.stack[e.
row])),r=o.waker[e.row];return h("div",{},xe(t,o.g[e.row]),Qt(t,e.row,e.t),N([...ve(t,e.row),...Jt(t,e.row,e.t),["woken by",r>=0?`${x(n,r)} ${$(T(n,r))}`:""],[va[o.
state[e.row]]||"stood at",s&&ln(s)],["note",Zt(n,e.row,e.hidden)],...Sa(e)]))}function Ma(t,e){let{model:n}=t,{spans:o}=n;return h("div",{},h("div",{class:"who"},
h("b",{},zt(n,e.row)[0])),Qt(t,e.row,e.t),N([["start",v(o.start[e.row],1e3)],["duration",w(o.dur[e.row])],...Jt(t,e.row,e.t),["note",Zt(n,e.row,e.hidden)]]))}function No(t,e){
return["running","runnable"].map(n=>[n,t.counts.exact?y(mt(t.counts[n],e)):mt(t.counts[n],e).toFixed(1)+" (mean)"])}function $a(t,e){let n=ko(t.model,e);return n?
[["sampled",v(n.time,1e6)],["global queue",String(n.global)],["queues of Ps",n.local.join(" ")],["idle Ps",String(n.idle)],["spinning Ms",`${n.spinning} of ${n.
threads}`]]:[]}function Aa(t,e){if(e.lane.kind==="g")return null;let n=e.lane.kind==="c"?" without a thread of this process":" without a goroutine";return h("di\
v",{},h("div",{class:"who"},h("b",{},R(t.model,e.lane)),n),N([["start",v(e.from,1e3)],["duration",w(e.to-e.from)],...No(t,e.t).map(([o,s])=>[o+" now",s])]))}function Sa(t){
return t.lane.kind!=="g"?[]:t.lane.under.filter(e=>e.start<=t.t&&t.t<=Math.max(e.end,e.start)).slice(0,4).map(e=>[e.kind==="range"?"runtime":e.kind,`${e.name} (${w(
e.end-e.start)})`])}function La(t){return h("div",{},h("div",{class:"who"},z(t.stw?k().stw:k().gc),h("b",{},t.name)),N([["start",v(t.start,1e3)],...t.n>1?[["mer\
ged",`${y(t.n)} within ${w(t.end-t.start)}`],["in all",w(t.busy)]]:[["duration",w(t.end-t.start)]]]))}function Ta(t,e){let{model:n}=t,{marks:o}=n,s=G[o.kind[e.mark]],
r=un(pt(n,o.stack[e.mark]));return h("div",{},h("div",{class:"who"},h("span",{style:{color:vt(s)}},ht(s)+" "),h("b",{},ft(s))),N([["goroutine",`${x(n,o.g[e.mark])}\
 ${$(T(n,o.g[e.mark]))}`],["time",v(o.time[e.mark],1e3)],["at",r&&ln(r)],["here",e.near>1?`${y(e.near)} of them`:""]]))}function Ca(t,e){let{model:n}=t,{spans:o}=n,
s=a=>`${x(n,a)} ${$(T(n,a))}`,r=e.run>=0;return h("div",{},h("div",{class:"who"},h("b",{},e.by>=0?s(e.by):e.inferred||"unknown"),e.kind==="create"?" created ":"\
 woke ",h("b",{},s(e.g))),N([["at",v(e.t,1e3)],["from",e.byRow>=0&&o.n[e.byRow]===1&&o.p[e.byRow]>=0?"P "+o.p[e.byRow]:""],["to",r&&o.p[e.run]>=0?"P "+o.p[e.run]:
""],["it ran",r?w(o.start[e.run]-e.t)+" later":"not after this"],["note",e.inferred?"inferred: no goroutine did it":""]]))}var hn=6.7,gt={silent:!0,x:0,y:0,z2:0},te={stroke:"none",lineWidth:1,opacity:1},it=t=>({type:"group",children:t.length?t:[{...gt,type:"schedvizRects",shape:{rects:[]},
style:te}]}),at=class{constructor(){this.looks=[],this.last=null}add(e,n,o,s,r,a){let i=this.last;(i===null||i.fill!==e||i.opacity!==n)&&(i=this.last=this.of(e,
n)),i.rects.push(o,s,r,a)}of(e,n){for(let s of this.looks)if(s.fill===e&&s.opacity===n)return s;let o={fill:e,opacity:n,rects:[]};return this.looks.push(o),o}elements(){
return this.looks.map(e=>({...gt,type:"schedvizRects",shape:{rects:e.rects},style:{...te,fill:e.fill,opacity:e.opacity}}))}};function Eo(t,e,n,o,s,r,a){let i=Math.
floor((s-o-10)/hn),c=n.find(l=>l.length<=i);!c||e.length>=t.labelBudget||e.push({...gt,type:"text",z2:2,x:o+5,y:r+.5,style:{text:c,fill:lt(a),stroke:"none",lineWidth:0,
backgroundColor:"transparent",padding:0,font:"10.5px "+t.font,verticalAlign:"middle"}})}var Me=5,Ia=15,Na=150,Ea=3,Oo=12,dn=({levels:t})=>Math.max(3,Math.min(Ia,Math.floor(Na/t))),Bo=t=>Me+4+t.levels*dn(t),zo=(t,e)=>e.g>=0?K(t.colourBy==="function"?
t.model.gs.func[e.g]:t.model.gs.id[e.g]):K(e.what==="task"?e.id:4);function Oa(t,{name:e,g:n}){return t.found?!t.found.has(n)&&!t.filter.words.some(o=>o.kind===
"func"&&e.toLowerCase().includes(o.value)):!1}function Po(t,e,n,o){let s=new at,r=[],a=dn(e),i=new Int32Array(e.levels).fill(-1);s.add(k().track,1,0,o+Me,n.width,
e.levels*a);let c=l=>(l-n.from)/(n.to-n.from)*n.width;for(let l of e.boxes){if(l.start>n.to)break;if(l.end<n.from)continue;let u=Math.max(c(l.start),-1),f=Math.
max(1,Math.min(c(l.end),n.width+1)-u-1);if(f<=1&&Math.floor(u)===i[l.level])continue;i[l.level]=Math.floor(u+f);let d=o+Me+l.level*a,p=Oa(t,l),m=p?k().dim:zo(t,
l);s.add(m,.85,u,d,f,Math.max(2,a-1)),l.what==="task"&&Ra(t,l,c,d,a,s),!p&&a>=12&&Eo(t,r,Ba(t,l),Math.max(u,0),Math.min(u+f,n.width),d+a/2,m)}return[...s.elements(),
...r]}function Ra(t,e,n,o,s,r){let a=-9;for(let{time:i}of t.model.logs.get(e.task)||[]){let c=n(i);i<e.start||i>e.end||c-a<2||(a=c,r.add(k().text,1,c-.75,o,1.5,
Math.max(2,s-1)))}}function Ba(t,e){let n=w(e.end-e.start),o=e.what==="task"?`${e.name} ${e.id}`:[e.name,e.g>=0&&x(t.model,e.g)].filter(Boolean).join(" ");return[
`${o} · ${n}`,o,e.name]}function Fo(t,e,n,o){let s=(t.view.to-t.view.from)/t.width,r=Math.floor((o-Me)/dn(e)),a=null,i=3*s;for(let c of e.boxes){if(c.start>n+i)
break;if(c.level!==r)continue;let l=Math.max(c.start-n,n-c.end,0);l<=i&&([a,i]=[c,l])}return a&&{kind:"task",lane:e,t:n,box:a,tip:()=>Pa(t,a,n,s),click:()=>qo(t,
a)}}var za=t=>t.what==="task"?`task ${t.id}`:"region";function Go(t,e){return h("div",{class:"who"},z(zo(t,e)),h("b",{},e.name)," "+za(e))}function Wo(t,e){let{
model:n}=t,o=e.what==="task"&&e.parent>0?`task ${e.parent}`:"";return[["start",e.start>0?v(e.start,1e3):"at or before the beginning"],["duration",w(e.end-e.start)+
(e.open?", still open at the end":"")],["parent",o],["goroutine",e.g>=0?`${x(n,e.g)} ${$(T(n,e.g))}`:""],["task",e.what==="region"&&e.task>0?String(e.task):""]]}
function Pa(t,e,n,o){let s=e.what==="task"&&t.model.logs.get(e.task)||[],r=s.filter(a=>Math.abs(a.time-n)<=Ea*o).slice(0,4);return h("div",{},Go(t,e),N([...Wo(t,
e),["logs",s.length?y(s.length):""],...r.map(a=>["log",a.text])]))}function qo(t,e){t.selectRange(e.start,Math.max(e.end,e.start+1)),t.openPanel(Fa(t,e))}function Fa(t,e){
let{model:n}=t,o=e.what==="task"?n.lanes.t.flatMap(a=>a.what==="region"?a.boxes.filter(i=>i.task===e.id):[]):[],s=e.what==="task"?n.logs.get(e.id)||[]:[],r=[...new Set(
[...o.map(a=>a.g),e.g])].filter(a=>a>=0);return[Go(t,e),N(Wo(t,e)),h("div",{class:"actions"},S("zoom to it (F)",()=>t.fitSelection()),r.length>0&&S(r.length===1?
`only ${x(n,r[0])}`:`only its ${r.length} goroutines`,()=>t.show({gs:r.map(a=>n.gs.id[a])}))),...Ro("Regions",o.sort((a,i)=>i.end-i.start-(a.end-a.start)),a=>[a.
name+(a.g>=0?" "+x(n,a.g):""),w(a.end-a.start),()=>qo(t,a)]),...Ro("Logs",s,a=>[a.text,v(a.time,1e3),()=>t.goToTime(a.time)])].filter(Boolean)}function Ro(t,e,n){
if(!e.length)return[];let o=e.length-Oo;return[h("h4",{},`${t} (${y(e.length)})`),h("table",{class:"mini"},e.slice(0,Oo).map(s=>{let[r,a,i]=n(s);return h("tr",{},
h("td",{},S(r,i)),h("td",{class:"num"},a))})),o>0&&h("p",{class:"quiet"},`and ${y(o)} more, in the tables below`)]}function Do(t){let e=t.flatMap(n=>n.boxes);return{
spans:{start:e.map(n=>n.start),end:e.map(n=>n.end)},lanes:[{rows:e.map((n,o)=>o)}]}}var Ga=["p","m","c","t","g"],Wa={p:"P",m:"M",c:"core",g:"goroutine"},qa=new Int32Array(0),Da=20;function Ho({overview:t},e){if(e.stats)return e.stats;let n={first:1/0,
running:0,waiting:0,latency:0},{spans:o}=t,s=t.lanes.get(e)?.rows??[];for(let r of s){let a=o.state[r],i=o.dur[r];a===2?n.running+=i-o.idle[r]:a===3?n.waiting+=
i:a===1&&(n.latency=Math.max(n.latency,i))}return s.length&&(n.first=o.start[s[0]]),e.stats=n}var jo={id:null,first:t=>t.first,running:t=>-t.running,latency:t=>-t.
latency,waiting:t=>-t.waiting};function Ua(t,e,n){let o=jo[n];return o?e.map(s=>[o(Ho(t,s)),s]).sort((s,r)=>s[0]-r[0]).map(([,s])=>s):e}var Vo={none:null,function:({
model:t},e)=>$(T(t,e.key))||"function unknown",parent({model:t},e){let n=t.gs.parent[e.key],o=t.byID.get(n);return n>0?`from G${n}`+(o===void 0?"":" "+$(T(t,o))):
"parent unknown"},state:(t,e)=>Ha(t.model,e,t.arranged.at??t.model.duration)};function Ha({overview:t,strings:e,duration:n},o,s){let{spans:r}=t,a=t.lanes.get(o)?.
rows??qa;if(!a.length)return"unknown";let i=s>=n?a.length-1:D(r,{rows:a},s,0),c=a.at(-1);if(i<0)return s<r.start[a[0]]?"not begun":s>=r.end[c]?"ended":"unknown";
let l=a[i];if(s>=n&&r.end[c]<n-1)return"ended";let u=e[r.reason[l]];return r.state[l]===3&&u?"waiting: "+u:X[r.state[l]]}function ja({spans:t},{rows:e},{from:n,
to:o}){for(let s=j(t,e,n);s<e.length&&t.start[e[s]]<o;s++){let r=t.state[e[s]];if(r===2||r===1||r===4)return!0}return!1}function mn(t){let{model:e,shown:n,arranged:o}=t,
s=o.pins.map(i=>t.laneByID(i)).filter(Boolean),r=[];for(let i of Ga){if(!n[i])continue;i==="g"&&!t.found&&r.push(...e.part.groups.map(l=>_a(e,l)));let c=e.lanes[i].
filter(l=>!s.includes(l)&&!o.hidden.has(_(e,l)));i==="g"&&t.found&&(c=c.filter(l=>t.found.has(l.key))),i==="g"&&o.active&&(c=c.filter(l=>ja(e,l,t.view))),i==="g"&&
(c=Ua(e,c,o.order)),r.push(...Va(t,i,c))}let a=r.filter(i=>(i.lanes.length||i.without)&&!o.hidden.has(i.key));for(let i of a)i.folded=!!i.without||(o.folds.get(
i.key)??(i.by!=="none"&&i.lanes.length>Da&&a.length>1));return{pinned:s,groups:a}}function Va(t,e,n){let o=e==="g"?t.arranged.group:"none",s=e==="t"?(a,i)=>i.what+
"s":Vo[o];if(!s)return[Uo(t.model,e,"",n,o)];let r=new Map;for(let a of n){let i=s(t,a);r.has(i)?r.get(i).push(a):r.set(i,[a])}return[...r].map(([a,i])=>Uo(t.model,
e,a,i,o))}function Uo(t,e,n,o,s){let r=e==="g"?t.part.groups.reduce((i,c)=>i+c.goroutines-c.lanes,0):0,a=(r?y(o.length)+" of ":"")+C(o.length+r,Wa[e]);return{kind:"\
group",key:n?e+"/"+n:e,of:e,by:s,title:n||a,count:n?y(o.length):"",lanes:o,model:t,rows:new Int32Array(0),marks:[],under:[]}}function _a(t,e){let n=e.goroutines-
e.lanes,o=e.others?"other functions":$(e.func)||"function unknown",s=`${C(e.goroutines,"goroutine")} of ${e.others?"functions without a group of their own":e.func||
"which the trace does not name the start function"}: ${e.lanes?`the ${y(e.lanes)} that ran longest have a lane, ${y(n)} have none`:"none has a lane of its own"}\
. The line is about all of them.`;return e.lane??={kind:"group",key:"without/"+o,of:"g",by:"without",title:o,count:`+${y(n)} without a lane`,lanes:[],without:e,
explained:s,model:t,rows:new Int32Array(0),marks:[],under:[]}}function Ae(t){let{part:e,spans:n}=t.model;if(t.without)return{courses:t.without.courses,max:Math.
max(1,...t.without.courses.map(({f:a})=>a.max))};if(t.counted?.part===e)return t.counted;let o=(a,i,{lanes:c,spans:l}={lanes:t.lanes,spans:n})=>({name:a,f:Et(c,
l,i)}),s=t.of==="g"?[o("running",2),o("runnable",1)]:t.of==="t"?[o("open",null,Do(t.lanes))]:[o("running",null)],r=Math.max(1,...s.map(({f:a})=>a.max));return t.
counted={part:e,courses:s,max:t.of==="p"||t.of==="c"?t.lanes.length:r}}function pn(t,e,n){return{kind:"group",lane:e,t:n,tip:()=>Ka(t,e,n),click:()=>Se(t,e)}}function Se(t,e){
e.without?po(e.explained):t.fold(e.key,!e.folded)}function Ka(t,e,n){let o=(t.view.to-t.view.from)/t.width;if(e.without)return Xa(e,n,o);let s=e.of==="t"?"":" o\
f "+y(e.lanes.length),r=Ae(e).courses.map(({name:a,f:i})=>[a,y(mt(i,n))+s]);return h("div",{},h("div",{class:"who"},h("b",{},e.title)),N([["lanes",y(e.lanes.length)],
["at",v(n,o)],...r]),h("div",{class:"quiet"},e.folded?"a click opens it":"a click folds it"))}function Xa(t,e,n){let{goroutines:o,lanes:s,step:r,courses:a}=t.without;
return h("div",{},h("div",{class:"who"},h("b",{},t.title)),N([["goroutines",y(o)],["with a lane",y(s)],["at",v(e,n)],...a.map(({name:i,f:c})=>[i,`${mt(c,e).toFixed(
1)} (mean of ${w(r)})`])]),h("div",{class:"quiet"},t.explained))}var ee=Object.keys(jo),ne=Object.keys(Vo);var kn={};O(kn,{AXIS:()=>Le,COUNTER_GAP:()=>$t,gutterWidth:()=>yn,indexAt:()=>Pt,itemOf:()=>oe,place:()=>wn,visible:()=>nt,yOf:()=>et});var Le=24,Ya=14,_o=34,$t=10,Ko=8,Yo=19,Zo=38,Za=22,Jo=()=>innerWidth<640;function wn(t){let{pinned:e,groups:n}=mn(t),o=Math.max(260,Math.round(innerHeight*(Jo()?
.6:t.room))),s=Le+(t.model.bands.length?Ya:2),r=Xo(t,_o),a=o-s-r.height-$t,i=Ja(e,n,a),c=Qa(e,i),{items:l,total:u}=ti(n,i),f=Math.max(40,Math.min(a-c.height,u));
r=Xo(t,_o+Math.max(0,Math.min(46,Math.floor((a-c.height-f)/r.rows.length))));let d=s+c.height,p=r.height+$t;return{groups:n,pinned:c.items,lanes:l,ceiling:s,top:d,
viewport:f,total:u,counters:r.rows,below:p,height:d+f+p}}function Ja(t,e,n){let o=[...t,...e.flatMap(a=>a.folded?[]:a.lanes)],s=o.filter(a=>!gn(a)).length,r=6;for(let a of o)
r+=gn(a);for(let a of e)r+=a.folded?Zo:Yo;return Math.max(34,Math.min(96,Math.floor((n-r)/Math.max(1,s))))}var gn=t=>t.kind==="g"?Za:t.kind==="t"?Bo(t):0;function Qo(t,e,n){
return{lane:t,y:e,height:gn(t)||n,head:t.kind==="g"?6:12}}function Qa(t,e){let n=[],o=t.length?Ko:0;for(let s of t)n.push({...Qo(s,o-Ko,e),pinned:!0}),o+=n.at(-1).
height;for(let s of n)s.y-=o;return{items:n,height:o}}function ti(t,e){let n=[],o=0;for(let s of t){let r=s.folded?Zo:Yo;if(n.push({lane:s,y:o,height:r,head:4}),
o+=r,!s.folded)for(let a of s.lanes)n.push(Qo(a,o,e)),o+=n.at(-1).height}return{items:n,total:o+2}}function Xo({model:t,counts:e},n){let o=t.page.stat.procs.gomaxprocs||
t.lanes.p.length,r=["running","runnable","queued","idle Ps","spinning","heap"].filter(a=>e[a]).map((a,i)=>({name:a,y:i*(n+8),height:n,max:Math.max(1,e[a].max,a===
"running"||a==="idle Ps"?o:0)}));return{rows:r,height:r.length*(n+8)}}var et=({layout:t,scrollTop:e},{y:n,pinned:o})=>t.top+n-(o?0:e);function oe({layout:t},e){
return t.byLane??=new Map([...t.pinned,...t.lanes].map(n=>[n.lane,n])),t.byLane.get(e)}function yn({shown:t,arranged:e}){let n=Jo();return t.g||t.t||e.pins.some(
o=>"gt".includes(o[0]))?n?104:190:t.m?n?80:100:n?72:84}function Pt(t,e){let n=0,o=t.length;for(;n<o;){let s=n+o>>1;t[s].y+t[s].height>e?o=s:n=s+1}return n}function nt({
layout:t,scrollTop:e}){let n=[],{lanes:o,viewport:s}=t;for(let r=Pt(o,e);r<o.length&&o[r].y<e+s;r++)n.push(r);return n}var ei=16,ni=10,se=2,oi=6,ts=.38;function es(t,e,n,o,s,r,a){if(!n.length||r<ei)return t.add(e,1,o,s,r,a);t.add(e,ts,o,s,r,a);for(let i=o,c=0;i<o+r;i+=n[c%n.length],
c++)c%2===0&&t.add(e,1,i,s,Math.min(n[c%n.length],o+r-i),a)}function ns(t,e,n,o,s,r){if(!(s<ni||r<se+2))for(let a=n+2;a+se<n+s;a+=oi)t.add(lt(e),.75,a,o+r-se-1,
se,se)}function os(t,e){if(!e.length)return t;let n=0;return`repeating-linear-gradient(to right, ${e.map((s,r)=>`${r%2?`color-mix(in srgb, ${t} ${100*ts}%, tran\
sparent)`:t} ${n}px ${n+=s}px`).join(", ")})`}var Ft=(t,e)=>t.root.querySelectorAll(`[data-${e}]`);function rs(t){let{root:e,nodes:n}=t;for(let o of Ft(t,"lanes"))o.addEventListener("click",()=>t.switchLanes(
o.dataset.lanes,!t.shown[o.dataset.lanes]));for(let o of Ft(t,"colour"))o.addEventListener("click",()=>t.setColour(o.dataset.colour));for(let o of Ft(t,"arrows"))
o.addEventListener("click",()=>t.toggleArrows(o.dataset.arrows));n.group.addEventListener("change",()=>si(t,n.group.value)),n.order.addEventListener("change",()=>t.
orderBy(n.order.value)),n.active.addEventListener("click",()=>t.activeOnly(!t.arranged.active)),n.hidden.addEventListener("click",()=>t.showHidden()),n.find.addEventListener(
"input",()=>t.search(n.find.value)),n.find.addEventListener("keydown",o=>o.key==="Enter"&&t.nextMatch(o.shiftKey?-1:1)),e.querySelector(".zoom-in").addEventListener(
"click",()=>t.zoom(.5)),e.querySelector(".zoom-out").addEventListener("click",()=>t.zoom(2)),e.querySelector(".zoom-all").addEventListener("click",()=>t.reset())}
function si(t,e){e==="state-here"?t.groupBy("state",t.timeHere()):t.groupBy(e)}function ot(t){for(let o of Ft(t,"lanes"))o.setAttribute("aria-pressed",t.shown[o.
dataset.lanes]),o.dataset.lanes==="c"&&(o.hidden=!t.model.lanes.c.length),o.dataset.lanes==="t"&&(o.hidden=!t.model.lanes.t.length);for(let o of Ft(t,"colour"))
o.setAttribute("aria-pressed",String(t.colourBy===o.dataset.colour));for(let o of Ft(t,"arrows"))o.setAttribute("aria-pressed",t.arrows[o.dataset.arrows]);let{arranged:e,
nodes:n}=t;n.group.value=e.group==="state"&&e.at!==null?"state-here":e.group,n.order.value=e.order,n.active.setAttribute("aria-pressed",e.active),t.root.querySelector(
".arrange").hidden=!t.shown.g,n.hidden.hidden=e.hidden.size===0,n.hidden.textContent=`${e.hidden.size} hidden: show`,n.legend.replaceChildren(...ri(t))}function ri(t){
let e=new Set(Array.from(t.model.overview.marks.kind,o=>G[o])),n=Xe.filter(o=>e.has(o)).map(o=>h("span",{title:ft(o)},h("i",{style:{color:vt(o)}},ht(o))," "+Kt(
o)));if(t.colourBy==="state"||t.shown.g){for(let o of["running","runnable","syscall"])n.push(h("span",{},z(Y(o)),o));if(t.shown.g)for(let o of ai(t.model))n.push(
ii(o))}if(t.model.onCore&&(t.shown.p||t.shown.m||t.shown.g)){let o=k().accent;n.unshift(h("span",{},z(o),"on a core"),h("span",{title:"running for the trace, bu\
t the kernel had no core for its thread, or the thread was blocked"},h("span",{class:"swatch",style:{background:"transparent",boxShadow:"inset 0 0 0 1.5px "+o}}),
"running, but off core"))}return t.model.bands.some(o=>o.stw)&&n.push(h("span",{},z(k().stw),"stop-the-world")),t.model.bands.some(o=>!o.stw&&!o.gap)&&n.push(h(
"span",{},z(k().gc),"GC")),t.model.bands.some(o=>o.gap)&&n.push(h("span",{},z(k().dim),"missing from the trace")),n}function ai(t){if(t.waitKinds)return t.waitKinds;
let{spans:e}=t.overview,n=new Set;for(let s=0;s<e.state.length;s++)e.state[s]===3&&n.add(e.reason[s]);let o=new Set(Array.from(n,s=>St(t.strings[s])));return t.
waitKinds=me.filter(s=>o.has(s))}function ii(t){return h("span",{title:`waiting: ${t.name}`},h("span",{class:"swatch line",style:{background:os(t[W()],t.dash)}}),
t.name)}var bn=8,as=()=>({group:"none",at:null,order:"id",active:!1,folds:new Map,pins:[],hidden:new Set}),is={arrange(t){Object.assign(this.arranged,t),ot(this),this.relayout()},
groupBy(t,e=null){ne.includes(t)&&(t!=="none"&&(this.shown.g=!0),this.arrange({group:t,at:t==="state"?e:null}))},orderBy(t){ee.includes(t)&&this.arrange({order:t})},
activeOnly(t){t&&(this.shown.g=!0),this.arrange({active:t})},fold(t,e){this.arranged.folds.set(t,e),this.arrange({})},foldAll(){let t=this.layout.groups.some(e=>!e.
folded);for(let e of this.layout.groups)this.arranged.folds.set(e.key,t);this.arrange({})},isPinned(t){return this.arranged.pins.includes(_(this.model,t))},pin(t,e=null){
if(t.kind==="group")return;e??=!this.isPinned(t);let n=_(this.model,t),o=this.arranged.pins.filter(s=>s!==n);this.arrange({pins:e?[...o,n].slice(-bn):o}),this.say(
`${R(this.model,t)} ${e?"is pinned to the top":"is back in its place"}`)},hide(...t){for(let e of t){let n=e.kind==="group"?e.key:_(this.model,e);this.arranged.
hidden.add(n),this.arranged.pins=this.arranged.pins.filter(o=>o!==n)}this.arrange({}),this.say(`${t.length===1?R(this.model,t[0])+" is":t.length+" lanes are"} h\
idden`)},showHidden(){this.arrange({hidden:new Set}),this.say("all lanes are shown again")},laneByID(t){let e=Object.values(this.model.lanes),n=e.reduce((o,s)=>o+
s.length,0);return this.ids?.count!==n&&(this.ids={count:n,lanes:new Map(e.flat().map(o=>[_(this.model,o),o]))}),this.ids.lanes.get(t)},chosenLane(){return(this.
nodes.gutter.contains(document.activeElement)?document.activeElement.closest(".lane-label"):null)?.lane??this.selected?.lane??null},reveal(t){let{kind:e}=t;(this.
arranged.hidden.delete(_(this.model,t))||!this.shown[e]&&!this.isPinned(t))&&(this.shown[e]||=!this.isPinned(t),this.arrange({}));let o=this.layout.groups.find(
i=>i.folded&&i.lanes.includes(t));o&&this.fold(o.key,!1);let s=oe(this,t);if(!s||s.pinned)return;let{scroll:r}=this.nodes,{viewport:a}=this.layout;s.y<r.scrollTop?
r.scrollTop=s.y-4:s.y+s.height>r.scrollTop+a&&(r.scrollTop=s.y+s.height-a+4),this.scrollTop=r.scrollTop,this.redraw()},say(t){this.nodes.said.textContent=t}};var ls=["p","m","c","t","g"],ci=["goroutine","function","state"],$n=500,li=2e3,xn=t=>ls.filter(e=>t[e]).join("");function An(t){let e=new URLSearchParams,{view:n,
arranged:o,selected:s}=t;(n.from>0||n.to<t.extent)&&(e.set("from",String(Math.round(n.from))),e.set("to",String(Math.round(n.to)))),xn(t.shown)!==xn(t.usual)&&e.
set("lanes",xn(t.shown)),t.colourBy!=="goroutine"&&e.set("colour",t.colourBy),t.nodes.find.value&&e.set("find",t.nodes.find.value),o.group!=="none"&&e.set("grou\
p",o.group),o.at!==null&&e.set("at",String(Math.round(o.at))),o.order!=="id"&&e.set("order",o.order),o.active&&e.set("active","yes");for(let r of o.pins)e.append(
"pin",r);for(let r of[...o.hidden].slice(0,$n))e.append("hide",r);for(let[r,a]of[...o.folds].slice(0,$n))e.append(a?"fold":"open",r);for(let r of["chain","all"])
t.arrows[r]&&e.append("arrows",r);return s?e.set("sel",_(t.model,s.lane)+"@"+Math.round(t.model.spans.start[s.row])):t.range&&e.set("sel",Math.round(t.range.from)+
"-"+Math.round(t.range.to)),e.toString()}function vn(t,e){let n=Number(t);return t===null||t===""||!Number.isFinite(n)||n<0?e:n}var Mn=(t,e,n)=>e.includes(t)?t:
n;function Ce(t,e){let n=new URLSearchParams(e),o=l=>n.getAll(l).slice(0,$n),s=n.get("lanes");for(let l of ls)t.shown[l]=s===null?!!t.usual[l]:s.includes(l);t.colourBy=
Mn(n.get("colour"),ci,"goroutine");let r=[...o("fold").map(l=>[l,!0]),...o("open").map(l=>[l,!1])],a=Mn(n.get("group"),ne,"none");t.arranged={group:a,at:a==="st\
ate"?vn(n.get("at"),null):null,order:Mn(n.get("order"),ee,"id"),active:n.get("active")==="yes",pins:[...new Set(o("pin"))].filter(l=>t.laneByID(l)).slice(-bn),hidden:new Set(
o("hide")),folds:new Map(r)};for(let l of["chain","all"])t.arrows[l]=o("arrows").includes(l);(t.selected||t.range||t.away)&&t.unselect(),t.search((n.get("find")||
"").slice(0,li));let i=vn(n.get("from"),0),c=vn(n.get("to"),t.extent);c>i&&t.setView(i,c),ui(t,n.get("sel")||"")}function ui(t,e){let n=/^(.{1,200})@(\d{1,18})$/.
exec(e),o=/^(\d{1,18})-(\d{1,18})$/.exec(e);o&&Number(o[1])<Number(o[2])&&t.selectRange(Number(o[1]),Number(o[2]));let s=n&&t.laneByID(n[1]);if(!s)return;let r=D(
t.model.spans,s,Number(n[2])+.5,1);r<0||(t.select(s,r),oe(t,s)&&t.reveal(s))}function us(t){let e=()=>location.hash.slice(1);Ce(t,e()),t.on("settled",n=>{n!==e()&&
history.replaceState(null,"",n?"#"+n:location.pathname+location.search)}),addEventListener("hashchange",()=>Ce(t,e()))}var Sn=null;function fs(t){Sn=t}var Ln={w:t=>t.zoom(1/1.5,t.lastShare),s:t=>t.zoom(1.5,t.lastShare),a:t=>t.pan(-.15),d:t=>t.pan(.15),0:t=>t.reset(),f:t=>t.fitSelection(),",":t=>t.step(-1),".":t=>t.
step(1),"<":t=>t.stepGoroutine(-1),">":t=>t.stepGoroutine(1),c:t=>t.toggleArrows("chain"),x:t=>t.toggleArrows("all"),p:t=>ds(t,e=>t.pin(e)),h:t=>ds(t,e=>t.hide(
e)),"shift+h":t=>t.showHidden(),z:t=>t.foldAll(),v:t=>t.activeOnly(!t.arranged.active),g:t=>t.arranged.group==="state"?t.groupBy("none"):t.groupBy("state",t.timeHere()),
u:t=>t.past?.back(),backspace:t=>t.past?.back(),"shift+u":t=>t.past?.forth(),"ctrl+z":t=>t.past?.back(),"ctrl+shift+z":t=>t.past?.forth(),"ctrl+y":t=>t.past?.forth(),
n:t=>t.nextMatch(1),"shift+n":t=>t.nextMatch(-1),"/":t=>t.nodes.find.focus(),"?":()=>re(!B("help").open),escape:t=>B("help").open?re(!1):t.clear()},hs={arrowleft:t=>t.
step(-1),arrowright:t=>t.step(1),arrowup:t=>t.stepLane(-1),arrowdown:t=>t.stepLane(1),home:t=>t.stepEnd(!1),end:t=>t.stepEnd(!0),enter:t=>t.nodes.panel.hidden?t.
step(0):t.nodes.panel.focus(),"[":t=>t.markRange("from"),"]":t=>t.markRange("to")};function ds(t,e){let n=t.chosenLane();n&&e(n)}function fi(t,e){let n=t.key.toLowerCase();
return t.ctrlKey||t.metaKey?Ln[(t.shiftKey?"ctrl+shift+":"ctrl+")+n]:t.target===e.nodes.canvas&&hs[n]?hs[n]:t.shiftKey&&Ln["shift+"+n]||Ln[n]}function re(t){let e=B(
"help");t&&!e.open?e.showModal():!t&&e.open&&e.close()}function ms(t){let e=t[0];for(let n of t)for(let o of["pointerenter","focusin"])n.root.addEventListener(o,
()=>{e=n});addEventListener("keydown",n=>{if(n.altKey)return;let o=n.target,s=o.matches?.("input, select, textarea");if(s&&n.key!=="Escape")return;let r=fi(n,e);
r&&(n.preventDefault(),s&&o.blur(),r(e))}),B("help").addEventListener("click",n=>n.target===B("help")&&re(!1));for(let n of document.querySelectorAll(".help-ope\
n"))n.addEventListener("click",()=>re(!0));B("help-close").addEventListener("click",()=>re(!1))}var ae={};O(ae,{causeOf:()=>Ee,caused:()=>Nn,causedBy:()=>Cn,inView:()=>Tn,ledTo:()=>In,onG:()=>ct,wakeOf:()=>Ne});var ps=new WeakMap;function ys(t){let e=ps.get(t.spans);return e||ps.set(t.spans,e=di(t)),e}function di(t){let{spans:e}=t,n=[];for(let i of t.lanes.g)for(let c of i.
rows)e.state[c]===1&&e.waker[c]>=0&&e.n[c]===1&&n.push(c);let o=Int32Array.from(n).sort((i,c)=>e.start[i]-e.start[c]),s=new Int32Array(t.gs.id.length+1);for(let i of o)
s[e.waker[i]+1]++;for(let i=1;i<s.length;i++)s[i]+=s[i-1];let r=new Int32Array(o.length),a=s.slice();for(let i of o)r[a[e.waker[i]]++]=i;return{rows:o,first:s,byWaker:r}}
function ks(t,e,n,o,s=0,r=e.length){let a=i=>{let c=s,l=r;for(;c<l;){let u=c+l>>1;t.start[e[u]]>=i?l=u:c=u+1}return c};return[a(n),a(o)]}function bs(t,e,n,o){let{
first:s,byWaker:r}=ys(t);if(e<0||e+1>=s.length)return[];let[a,i]=ks(t.spans,r,n,o,s[e],s[e+1]);return Array.from(r.subarray(a,i))}function Tn(t,e,n){let{rows:o}=ys(
t),[s,r]=ks(t.spans,o,e,n);return o.subarray(s,r)}function ct(t,e){let n=t.laneOfG.get(t.spans.g[e]);if(!n)return null;let o=j(t.spans,n.rows,t.spans.start[e]);
return o<n.rows.length&&t.spans.start[n.rows[o]]<=t.spans.start[e]?{lane:n,place:o}:null}function mi(t,e,n){let{spans:o}=t,s=t.laneOfG.get(e);for(let r of s?[s]:
t.lanes.p){let a=r.rows[j(o,r.rows,n)];if(a!==void 0&&o.start[a]<=n&&o.g[a]===e&&o.state[a]===2)return a}return-1}var pi=[[/^network$/,"network poller"],[/^(sleep|select|chan receive|chan send)$/,
"timer"],[/^(wait until GC ends|GC |preempted$)/,"GC"]],gi=t=>(pi.find(([e])=>e.test(t))||[0,"runtime"])[1];function Ie(t,{lane:e,place:n}){let{spans:o,gs:s}=t,
r=e.rows[n],a=o.g[r],i=o.start[r],c=e.rows[n+1]??-1,l=n>0?e.rows[n-1]:-1,u=o.waker[r],f={g:a,row:r,t:i,by:u,byRow:u<0?-1:mi(t,u,i),run:c>=0&&o.state[c]===2?c:-1,
kind:"unknown",inferred:""};return s.created[a]===i&&l<0?Object.assign(f,{kind:"create",inferred:u<0&&s.parent[a]<=0?"runtime, as for a timer’s function":""}):
u>=0?f.kind="wake":l>=0&&o.state[l]===2?f.kind="self":l>=0&&o.state[l]===4?f.kind="return":l>=0&&o.state[l]===3&&Object.assign(f,{kind:"wake",inferred:gi(t.strings[o.
reason[l]])}),f}function Ne(t,e){let n=ct(t,e);return n&&Ie(t,n)}function Ee(t,e){let{spans:n}=t,o=ct(t,e);if(!o||n.n[e]>1)return null;let s=n.state[e],r=s===1?
o.place:o.place+(s===3?1:-1),a=o.lane.rows[r];return a!==void 0&&n.state[a]===1&&n.n[a]===1?Ie(t,{lane:o.lane,place:r}):null}function Cn(t,e){let{spans:n}=t;if(n.
state[e]!==2||n.n[e]>1)return[];let o=ct(t,e),s=o?o.lane.rows[o.place]:e;return bs(t,n.g[e],n.start[s],n.end[s]).map(r=>Ne(t,r)).filter(Boolean)}function gs(t,{
lane:e,place:n}){let{spans:o}=t;for(;n>=0;n--){let s=e.rows[n],r=o.state[s];if(r===3||o.n[s]>1)return null;if(r!==1)continue;let a=Ie(t,{lane:e,place:n});if(a.kind!==
"self"&&a.kind!=="return")return a}return null}function ws(t,{lane:e,place:n}){let{spans:o}=t,s=o.start[e.rows[n]],r=s;for(;n<e.rows.length&&o.state[e.rows[n]]!==
3;n++)r=o.end[e.rows[n]];return{from:s,to:r}}function In(t,e,n=100){let{spans:o}=t,s=[],r=ct(t,e);if(!r||o.n[e]>1)return{wakes:s,cut:!1};let a=o.state[e]===3?Ee(
t,e):gs(t,r);for(;a;){if(s.length===n)return{wakes:s,cut:!0};s.push(a),r=a.byRow>=0?ct(t,a.byRow):null,a=r&&gs(t,r)}let i=s.at(-1),c=i?.by>=0&&(i.byRow<0||o.n[i.
byRow]>1||!r||wi(o,r));return{wakes:s,cut:!1,lost:!!c}}function wi(t,{lane:e,place:n}){for(;n>=0&&t.state[e.rows[n]]!==3;n--)if(t.n[e.rows[n]]>1)return!0;return n<
0&&t.start[e.rows[0]]>0}function Nn(t,e,n=100){let{spans:o}=t,s=[],r=ct(t,e);if(!r||o.n[e]>1)return{wakes:s,cut:!1};let a=r.place+(o.state[e]===3?1:0),i=r.lane.
rows[r.place],c=[];o.state[e]===2?c.push({g:o.g[e],from:o.start[i],to:o.end[i]}):a<r.lane.rows.length&&c.push({g:o.g[e],...ws(t,{lane:r.lane,place:a})});for(let l;l=
c.shift();)for(let u of bs(t,l.g,l.from,l.to)){if(s.length===n)return{wakes:s,cut:!0};let f=ct(t,u);s.push(Ie(t,f)),c.push({g:o.g[u],...ws(t,f)})}return{wakes:s,
cut:!1}}var En=200,On=100,xs=7,vs=16,yi=4;function Gt(t){let{model:e,selected:n}=t;if(!n)return{list:[],led:null,caused:null};let o=t.chosenWakes;if(o&&o.spans===e.spans&&
o.row===n.row&&o.chain===t.arrows.chain)return o;let s=t.arrows.chain?In(e,n.row,On):{wakes:[Ee(e,n.row)].filter(Boolean),cut:!1},r=t.arrows.chain?Nn(e,n.row,On):
{wakes:Cn(e,n.row),cut:!1},a=[...s.wakes.map(i=>({wake:i,role:"led"})),...r.wakes.map(i=>({wake:i,role:"caused"}))];return t.chosenWakes={spans:e.spans,row:n.row,
chain:t.arrows.chain,list:a,led:s,caused:r}}function ki(t,e){let{from:n,to:o}=t.view,s=Tn(t.model,n,o);if(s.length>20*En)return null;let r=[];for(let a of s){let i=Ne(
t.model,a);if(!(!i||![...Oe(t)].some(c=>$s(t,i,c,e)?.from))){if(r.length===En)return null;r.push({wake:i,role:"all"})}}return r}function Ms({layout:t}){if(t.placed)
return t.placed;let e=[...t.pinned,...t.lanes].filter(o=>o.lane.kind!=="group"),n=t.lanes.filter(o=>o.lane.kind==="group"&&o.lane.folded);t.placed=new Map;for(let o of n)
for(let s of o.lane.lanes)t.placed.set(s.kind+s.key,o);for(let o of e)t.placed.set(o.lane.kind+o.lane.key,o);return t.kinds=new Set(Array.from(t.placed.keys(),o=>o[0])),
t.placed}function Oe({layout:t}){return Ms({layout:t}),t.kinds}function Re(t,e,n,o){let{spans:s}=t;if(n==="g")return s.g[e];if(s.n[e]>1)return;if(n==="p")return s.
p[e]>=0?s.p[e]:void 0;if(s.m[e]<0)return;if(n==="m")return t.lanes.m[s.m[e]].key;let r=Bt(t,s.m[e],o);return r&&r.core>=0?r.core:void 0}function $s(t,e,n,o){let{
model:s}=t,r=n==="g";if(e.kind==="self"||e.kind==="return"||e.kind==="unknown"||!r&&e.run<0)return null;let a=r?e.t:s.spans.start[e.run],i=o.get(n+Re(s,r?e.row:
e.run,n,a));if(!i)return null;if(e.by<0)return{from:null,to:i,t:a};let c=r?o.get("g"+e.by):e.byRow>=0&&o.get(n+Re(s,e.byRow,n,e.t)),l=c===i&&i?.lane.kind==="gro\
up";return c&&!l?{from:c,to:i,t:a}:null}function bi(t,e,n,o,{from:s,to:r,t:a}){let{view:i}=t,c=A=>Math.max(-3e3,Math.min(e.width+3e3,(A-i.from)/(i.to-i.from)*e.
width)),l=A=>({top:et(t,A)+A.head,height:A.height-A.head-5}),u=l(r),f=c(a);if(!s)return[f-vs,u.top-5,f-vs,u.top-5,f,u.top,f,u.top+1];let d=l(s),p=c(n.t);if(r===
s){let A=Math.max(8,(f-p)/4);return[p,d.top,p+A/2,d.top-12,f-A/2,d.top-12,f,d.top]}let m=d.top+d.height/2;if(o==="g"){let A=d.top<u.top?u.top:u.top+u.height;return[
p,m,p,m,f,A,f,A]}let g=u.top+u.height/2,L=Math.max(14,Math.min(60,(f-p)/2));return[p,m,p+L,m,f-L,g,f,g]}function xi(t,e){let n=[t[0],t[2],t[4],t[6]],o=[t[1],t[3],
t[5],t[7]];return Math.max(...n)<0||Math.min(...n)>e.width||Math.max(...o)<e.y||Math.min(...o)>e.y+e.height}function vi(t){let e=t[6]-t[4]||(t[6]-t[0])*.001,n=t[7]-
t[5]||(t[4]===t[6]?t[7]-t[1]:0),o=Math.hypot(e,n)||1;return[t[6],t[7],e/o,n/o]}var Mi={led:1,caused:1,all:.55},$i=t=>t==="all"?k().text:k()[t];function As(t,e){
let n=e.coordSys,o=Ms(t),s=t.arrows.all?ki(t,o):[];t.arrowsLeftOut=s===null;let r=Gt(t).list,a=new Set(r.map(c=>c.wake.row)),i=new Map;t.arrowsDrawn=[];for(let{
wake:c,role:l}of[...(s||[]).filter(u=>!a.has(u.wake.row)),...r])for(let u of Oe(t)){let f=$s(t,c,u,o),d=f&&bi(t,n,c,u,f);if(!d||xi(d,n))continue;let p=c.kind===
"create"||!f.from,m=l+p;i.has(m)||i.set(m,{role:l,dashed:p,curves:[],heads:[],dots:[]});let g=i.get(m);g.curves.push(...d),g.heads.push(...vi(d)),f.from||g.dots.
push(d[0],d[1]),t.arrowsDrawn.push({wake:c,role:l,curve:d})}return Li(t),it([...i.values()].flatMap(c=>Ai(c)))}function Ai({role:t,dashed:e,curves:n,heads:o,dots:s}){
let r=$i(t),a=Mi[t],i={type:"schedvizCurves",silent:!0,shape:{curves:n}};return[{...i,z2:6,style:{fill:"none",stroke:k().panel,lineWidth:t==="all"?2.5:4,lineDash:null,
opacity:a*.85}},{...i,z2:7,style:{fill:"none",stroke:r,lineWidth:t==="all"?1:1.6,lineDash:e?[4,3]:null,opacity:a}},{type:"schedvizHeads",silent:!0,z2:8,shape:{heads:o,
dots:s,size:t==="all"?xs-1.5:xs},style:{fill:r,stroke:t==="all"?"none":k().panel,lineWidth:1,opacity:a}}]}function Ss(t,e,n){let o=null,s=yi;for(let r of t.arrowsDrawn){
let a=Si(r.curve,e,n);a<=s&&([o,s]=[r,a])}return o}function Si(t,e,n){let o=i=>{let c=1-i,l=[c*c*c,3*c*c*i,3*c*i*i,i*i*i];return[0,1].map(u=>l[0]*t[u]+l[1]*t[2+
u]+l[2]*t[4+u]+l[3]*t[6+u])},s=1/0,[r,a]=o(0);for(let i=1;i<=16;i++){let[c,l]=o(i/16),u=c-r,f=l-a,d=Math.max(0,Math.min(1,((e-r)*u+(n-a)*f)/(u*u+f*f||1)));s=Math.
min(s,Math.hypot(r+d*u-e,a+d*f-n)),[r,a]=[c,l]}return s}function Li(t){let{led:e,caused:n}=Gt(t),o=e?.cut||n?.cut,s=t.arrowsLeftOut?`more than ${En} here: zoom \
in`:o?`the chain is longer than ${On}: cut`:"",r=t.nodes["arrow-note"];r.textContent!==s&&(r.textContent=s)}function Ls(t,{wake:e}){let{spans:n}=t.model,o=t.selected?.
row;o!==void 0&&n.g[o]===e.g&&n.start[o]>=e.t&&e.byRow>=0?t.goToRow(e.byRow,e.t):t.goToRow(e.run>=0&&Oe(t).size&&!Oe(t).has("g")?e.run:e.row)}var Ti={ns:1,us:1e3,µs:1e3,μs:1e3,ms:1e6,s:1e9,m:6e10},Ci=["running","runnable","waiting","syscall"],Ii={">":(t,e)=>t>e,"<":(t,e)=>t<e,">=":(t,e)=>t>=e,"<=":(t,e)=>t<=
e};function Ni(t){let[,e,n]=/^(\d+(?:\.\d*)?|\.\d+)\s*([a-zµμ]+)$/i.exec(t)||[];return e===void 0?NaN:Number(e)*(Ti[n.toLowerCase()]??NaN)}function Ei(t){return(t.
match(/(?:"[^"]*"?|[^\s"])+/g)||[]).map(e=>({raw:e,text:e.replace(/"/g,""),quoted:e.startsWith('"')}))}var Oi={id:t=>Ns(t),func:t=>t.toLowerCase(),state:t=>t.split(
",").map(e=>Ts("state",Ci,e)),reason:t=>t.toLowerCase(),preempt:t=>t.split(",").map(e=>Ts("kind of preemption",G.filter(Boolean),e)),p:t=>t.split(",").map(e=>Is(
e,`“${e}” is no P`)),stack:t=>t.toLowerCase()},Ri="state: reason: func: id: p: stack: preempt: >10ms <1ms and @12ms";function Ts(t,e,n){let o=e.filter(s=>n!==
""&&s.startsWith(n.toLowerCase()));if(o.length!==1&&!e.includes(n))throw new Error(`“${n}” is no ${t}; there are ${e.join(", ")}`);return e.includes(n)?n:o[0]}
function Is(t,e){if(!/^\d+$/.test(t))throw new Error(e);return Number(t)}var Ns=t=>t.split(",").filter(Boolean).map(e=>Is(e.replace(/^g/i,""),`“${e}” is no go\
routine’s id`));function Es({text:t,quoted:e}){if(e)return{kind:"func",value:t.toLowerCase()};if(t.length>1&&t[0]==="-")return{...Es({text:t.slice(1)}),not:!0};
if(t[0]==="@")return{kind:"at",value:Cs(t.slice(1))};let n=/^(?:dur|duration)?(>=|<=|>|<)(.*)$/i.exec(t);if(n)return{kind:"dur",value:{op:n[1],ns:Cs(n[2])}};if(/^g?\d+,?(g?\d+,?)*$/i.
test(t))return{kind:"id",value:Ns(t)};let o=/^([a-z]+):(.*)$/i.exec(t);if(!o)return{kind:"func",value:t.toLowerCase()};let s=Oi[o[1].toLowerCase()];if(!s)throw new Error(
`“${o[1]}:” is not understood; there are ${Ri}`);if(!o[2])throw new Error(`“${o[1]}:” wants a value after it`);return{kind:o[1].toLowerCase(),value:s(o[2])}}
function Cs(t){let e=Ni(t);if(Number.isNaN(e))throw new Error(`“${t}” is no duration, as 10ms, 1.5µs or 2s are`);return e}function Bi(t,e){e=e.trim().replace(
/^\//,"");let n={text:e,words:[],problems:[],at:null};if(/[\s:"<>]/.test(e)&&Os(t,e))return{...n,words:[{kind:"func",value:e.toLowerCase()}]};for(let o of Ei(e))
try{let s=Es(o);s.kind==="at"?n.at=s.value:n.words.push(s)}catch(s){n.problems.push(s.message)}return n}function Os({strings:t,gs:e},n){let o=n.toLowerCase();return[
...new Set(e.func)].some(s=>t[s].toLowerCase().includes(o))}function zi(t,e,n){let o=(...a)=>n.filter(i=>a.includes(i.kind)),s=[],r=(a,i)=>{for(let c of[!1,!0]){
let l=a.filter(u=>!!u.not===c);l.length&&s.push(c?(u=>f=>!u(f))(i(l)):i(l))}};r(o("id","func"),a=>Pi(t,e,a)),r(o("state"),a=>{let i=X.map(c=>a.some(l=>l.value.includes(
c)));return c=>i[e.state[c]]}),r(o("reason"),a=>{let i=t.strings.map(c=>c!==""&&a.some(l=>c.toLowerCase().includes(l.value)));return c=>i[e.reason[c]]&&(e.state[c]===
3||e.preempt[c]>0)}),r(o("preempt"),a=>{let i=G.map(c=>a.some(l=>l.value.includes(c)));return c=>i[e.preempt[c]]}),r(o("p"),a=>i=>a.some(c=>c.value.includes(e.p[i]))),
r(o("stack"),a=>{let i=Fi(t,a.map(c=>c.value));return c=>i[e.stack[c]]});for(let a of o("dur")){let{op:i,ns:c}=a.value,l=Ii[i];s.push(u=>l(e.dur[u],c)!==!!a.not)}
return s}function Pi(t,e,n){let{gs:o,strings:s}=t,r=new Uint8Array(o.id.length),a=n.filter(c=>c.kind==="func").map(c=>c.value),i=s.map(c=>a.some(l=>c.toLowerCase().
includes(l)));for(let c=0;c<r.length;c++)i[o.func[c]]&&(r[c]=1);for(let c of n.flatMap(l=>l.kind==="id"?l.value:[]))t.byID.has(c)&&(r[t.byID.get(c)]=1);return c=>e.
g[c]>=0&&r[e.g[c]]===1}function Fi(t,e){return Array.from(t.cols[Nt.len],(n,o)=>pt(t,o).some(s=>e.some(r=>s.func.toLowerCase().includes(r)||s.file.toLowerCase().
includes(r))))}var Bn=class{constructor(e,n){this.model=e;let{text:o,words:s,problems:r,at:a}=Bi(e,n);this.text=o,this.words=s,this.problems=r,this.at=a,this.masks=
new WeakMap,this.found=new Set,this.count=this.apply(e.overview),this.maskOf(e.part),this.count===0&&this.words.length&&!this.problems.length&&this.problems.push(
this.nothing())}maskOf(e){return this.masks.has(e)||this.apply(e),this.masks.get(e)}hasMark(e,n){let o=this.words.filter(s=>s.kind==="preempt");return this.found.
has(e.g[n])&&o.every(s=>s.value.includes(G[e.kind[n]])!==!!s.not)}apply(e){let{spans:n}=e,o=new Uint8Array(n.start.length),s=zi(this.model,n,this.words),r=0;for(let a=0;a<
o.length;a++){let i=1;for(let c of s)if(!c(a)){i=0;break}o[a]=i,!(!i||n.core?.[a]>=0)&&(r++,n.g[a]>=0&&this.found.add(n.g[a]))}return this.masks.set(e,o),r}nothing(){
let{words:e,model:n}=this,o=e.flatMap(r=>r.kind==="id"?r.value.filter(a=>!n.byID.has(a)):[]);if(o.length)return`the trace has no goroutine ${o[0]}`;let s=e.find(
r=>r.kind==="func"&&!Os(n,r.value));return s?`no goroutine’s function has “${s.value}” in its name`:"no span matches"}},Rn=new WeakMap;function Rs(t,e){Rn.
has(e)||Rn.set(e,new WeakMap);let n=Rn.get(e);if(n.has(t))return n.get(t);let o=new Int32Array(t.length+1);for(let s=0;s<t.length;s++)o[s+1]=o[s]+e[t[s]];return n.
set(t,o),o}function Bs(t,e){let n=e.trim()?new Bn(t,e):null;return n&&(n.words.length||n.problems.length||n.at!==null)?n:null}function Ps(t){let e=t.graphic.extendShape;t.graphic.registerShape("schedvizRects",e({shape:{rects:[]},buildPath(n,o){let s=o.rects,r=n.getContext?.();if(r?.fillRect){
for(let a=0;a<s.length;a+=4)r.fillRect(s[a],s[a+1],s[a+2],s[a+3]);return}for(let a=0;a<s.length;a+=4)n.rect(s[a],s[a+1],s[a+2],s[a+3])}})),t.graphic.registerShape(
"schedvizMarks",e({shape:{kind:"",xs:[],y:0,size:8},buildPath(n,o){let s=zn[o.kind]||zn.unknown;for(let r of o.xs)s(n,r,o.y,o.size)}})),t.graphic.registerShape(
"schedvizCurves",e({shape:{curves:[]},buildPath(n,{curves:o}){for(let s=0;s<o.length;s+=8)n.moveTo(o[s],o[s+1]),n.bezierCurveTo(o[s+2],o[s+3],o[s+4],o[s+5],o[s+
6],o[s+7])}})),t.graphic.registerShape("schedvizHeads",e({shape:{heads:[],dots:[],size:7},buildPath(n,{heads:o,dots:s,size:r}){for(let a=0;a<o.length;a+=4)Gi(n,
o[a],o[a+1],o[a+2]*r,o[a+3]*r);for(let a=0;a<s.length;a+=2)zn.suspend(n,s[a],s[a+1]-r/3,r/1.5)}})),t.registerCustomSeries("schedviz.bar",Wi)}function ie(t,e){t.
moveTo(e[0],e[1]);for(let n=2;n<e.length;n+=2)t.lineTo(e[n],e[n+1]);t.closePath()}var Gi=(t,e,n,o,s)=>ie(t,[e,n,e-o-s/2,n-s+o/2,e-o+s/2,n-s-o/2]),zn={async:(t,e,n,o)=>ie(
t,[e-o/2,n,e+o/2,n,e,n+o]),cooperative:(t,e,n,o)=>ie(t,[e-o/2,n+o,e+o/2,n+o,e,n]),gosched:(t,e,n,o)=>ie(t,[e,n,e+o/2,n+o/2,e,n+o,e-o/2,n+o/2]),mutex_handoff:(t,e,n,o)=>ie(
t,[e-o/2,n,e+o/2,n+o/2,e-o/2,n+o]),stw:(t,e,n,o)=>t.rect(e-o/2,n,o,o),suspend(t,e,n,o){t.moveTo(e+o/2,n+o/2),t.arc(e,n+o/2,o/2,0,Math.PI*2)},unknown(t,e,n,o){t.
moveTo(e-o/2,n),t.lineTo(e+o/2,n+o),t.moveTo(e+o/2,n),t.lineTo(e-o/2,n+o)}};function Wi(t,e){let[n,o]=e.coord([e.value(0),e.value(2)]),[s]=e.coord([e.value(1),e.
value(2)]),r=t.coordSys.y+t.coordSys.height;return{type:"rect",shape:{x:n+.5,y:o,width:Math.max(1,s-n-1),height:Math.max(0,r-o)},style:{fill:e.visual("color")}}}
var Fs=new Set(["async","stw","suspend"]);var qi={running:1,syscall:1,runnable:.62,waiting:.36,unknown:.12,dead:0},Di=26;function Ui(t,e,n,o){let{spans:s,strings:r,gs:a}=t.model,i=X[s.state[n]],c=e.kind===
"g",l=c?qi[i]:s.state[n]===4?.55:1,u=s.g[n];if(o?.[n]===0)return{fill:k().dim,size:l,greyed:!0};if(u<0)return{fill:Y(s.other?.[n]>=0&&!t.model.others[s.other[n]].
traced?"unknown":"idle"),size:1};if(c||t.colourBy==="state")return{fill:i==="waiting"?Vt(r[s.reason[n]]):Y(i),size:l};let f=t.colourBy==="function"?a.func[u]??0:
a.id[u]??0;return{fill:K(f),size:l}}function qs(t,e,n,o,s,r){let{spans:a}=t.model,{mask:i}=t;ye(a,e,n.from,n.to,n.width,(c,l,u,f,d,p)=>{let{fill:m,size:g,greyed:L}=Ui(
t,e,u,i),A=l-c;A>1&&([c,l]=[Math.round(c),Math.round(l)]);let Dt=Math.max(1,l-c-(A>4?1:0)),xt=Math.max(1.5,o.height*g),Ut=e.kind==="g"?o.y+(o.height-xt)/2:o.y+o.
height-xt;t.model.onCore&&e.kind!=="c"&&rn(t.model,u)?Hi(s,t,u,n,{fill:m,x:c,w:Dt,y:Ut,full:xt,share:f,several:d,on:p}):!d&&e.kind==="g"&&a.state[u]===3&&!L?es(
s,m,St(t.model.strings[a.reason[u]]).dash,c,Ut,Dt,xt):d?ji(s,t,e,u,{greyed:L,fill:m,x:c,w:Dt,y:Ut,full:xt,band:o,share:f,wide:A}):s.add(m,1,c,Ut,Dt,xt),a.state[u]===
4&&!d&&!L&&ns(s,m,c,Ut,Dt,xt),r&&A>=Di&&!L&&Vi(t,e,u,Math.max(c,0),Math.min(l,n.width),o,m,r)},i&&Rs(e.rows,i))}function Hi(t,e,n,o,s){let{x:r,w:a,y:i,full:c}=s;
if(s.several||a<3){let l=Math.min(c,Math.max(c*s.share*s.on,s.on>0?1.5:0));t.add(s.fill,s.several?.28:.4,r,i,a,c),t.add(s.fill,1,r,i+c-l,a,l);return}t.add(s.fill,
.16,r,i,a,c);for(let l of[[r,i,a,1],[r,i+c-1,a,1],[r,i,1,c],[r+a-1,i,1,c]])t.add(s.fill,.75,...l);sn(e.model,n,o,(l,u,f)=>{l=Math.max(l,r),u=Math.min(u,r+a),u>l&&
t.add(s.fill,1,l,i+c*(1-f),Math.max(u-l,.5),c*f)})}function ji(t,e,n,o,s){if(n.kind==="g"&&e.model.spans.state[o]!==2){if(t.add(s.fill,s.wide>1?.5:1,s.x,s.y,s.w,
s.full),s.share>0&&s.wide<=1){let a=Math.max(2,s.share*s.band.height);t.add(s.greyed?s.fill:Y("running"),1,s.x,s.band.y+s.band.height-a,s.w,a)}return}let r=s.full*
(.25+.75*Math.min(1,Math.max(0,s.share)));t.add(s.fill,.35,s.x,s.y,s.w,s.full-r),t.add(s.fill,1,s.x,s.y+s.full-r,s.w,r)}function Vi(t,e,n,o,s,r,a,i){if(r.height<
11||i.length>=t.labelBudget)return;let{model:c}=t,l=Math.floor((s-o-10)/hn),u=c.spans.state[n],f,d;if(c.spans.n[n]>1)f=["merged: "+C(c.spans.n[n],"span"),"merge\
d"].find(p=>p.length<=l),d={backgroundColor:"transparent",padding:0},Ws(d);else if(e.kind==="c")f=zt(c,n).find(m=>m.length<=l)||"",d={fill:lt(a),backgroundColor:"\
transparent",padding:0};else if(e.kind!=="g"){let p=x(c,c.spans.g[n]),m=$(T(c,c.spans.g[n])).replace(/^main\./,"");f=m&&p.length+1+m.length<=l?p+" "+m:p.length<=
l?p:"",u===4&&f&&f.length+8<=l&&(f+=" syscall"),d={fill:u===4?k().text:lt(a),backgroundColor:"transparent",padding:0}}else{let p=c.strings[c.spans.reason[n]];if(f=
u===3?p:u===2?"P "+c.spans.p[n]:X[u],f.length+2>l||u===3&&l<12)return;d=u===2||u===4?{fill:lt(a),backgroundColor:"transparent",padding:0}:{fill:k().muted,backgroundColor:k().
panel,padding:[0,3]}}f&&(c.onCore&&e.kind!=="c"&&u===2&&Ws(d),i.push({...gt,type:"text",z2:2,x:o+5,y:r.y+r.height/2+.5,style:{...d,text:f,font:(r.height<16?10:11.5)+
"px "+t.font,verticalAlign:"middle"}}))}function Ws(t){t.fill=k().text,t.stroke=k().panel,t.lineWidth=3}function _i(t,e,n,o,s){let{marks:r}=t.model,a=new Map,i=(n.
to-n.from)/n.width,c=new Map,l=0,u=e.marks.length;for(;l<u;){let f=l+u>>1;r.time[e.marks[f]]<n.from?l=f+1:u=f}for(;l<e.marks.length;l++){let f=e.marks[l];if(r.time[f]>
n.to)break;let d=(r.time[f]-n.from)/i,p=G[r.kind[f]];if(d-(c.get(p)??-9)<2)continue;c.set(p,d);let m=t.found&&!t.filter.hasMark(r,f),g=p+(m?"-":"");a.has(g)||a.
set(g,{kind:p,greyed:m,xs:[]}),a.get(g).xs.push(d)}return[...a.values()].map(({kind:f,greyed:d,xs:p})=>{let m=d?k().dim:vt(f),g=Fs.has(f)?{...te,fill:m}:{opacity:1,
fill:f==="unknown"?"none":k().panel,stroke:m,lineWidth:1.4};return{...gt,type:"schedvizMarks",z2:4,shape:{kind:f,xs:p,y:o,size:s},style:g}})}function Ki(t,e,n,o){
let{spans:s}=t.model,r=t.selected;if(!r)return[];let a=[],i=[],c=l=>(l-n.from)/(n.to-n.from)*n.width;if(e.kind!=="g"&&(ye(s,e,n.from,n.to,n.width,(l,u,f)=>{s.g[f]===
r.g&&i.push(l,o.y+o.height+1,Math.max(1,u-l-1),2)}),a.push({...gt,type:"schedvizRects",z2:3,shape:{rects:i},style:{...te,fill:k().text}})),e===r.lane&&s.end[r.row]>
n.from&&s.start[r.row]<n.to){let l=Math.max(c(s.start[r.row]),-4),u=Math.min(c(s.end[r.row]),n.width+4);a.push({...gt,type:"rect",z2:5,shape:{x:l-1,y:o.y-1,width:Math.
max(2,u-l)+1,height:o.height+2},style:{opacity:1,fill:"none",stroke:k().text,lineWidth:2}})}return a}function Xi(t,e,n,o){let s=a=>(a-e.from)/(e.to-e.from)*e.width,
r=k();for(let a of t.under){if(a.end<e.from||a.start>e.to)continue;let i=Math.max(s(a.start),0),c=Math.min(s(a.end),e.width),l=a.kind==="range"?r.gc:a.kind==="r\
egion"?r.accent:r.text;o.add(l,1,i,a.kind==="log"?n-3:n,Math.max(1.5,c-i-1),a.kind==="log"?5:2)}}var Ds=(t,e,n)=>Hs(t,e,t.layout.lanes[n.value(0)]),Us=(t,e,n)=>Hs(
t,e,t.layout.pinned[n.value(0)]);function Hs(t,e,n){if(!n)return it([]);let{lane:o,height:s,head:r}=n,a=e.coordSys,i={from:t.view.from,to:t.view.to,width:a.width,
end:t.model.duration},c=et(t,n);if(o.kind==="group")return it(Yi(o,i,{y:c+r,height:s-r-4}));if(o.kind==="t")return it(Po(t,o,i,c));let l={y:c+r,height:s-r-5},u=new at,
f=[];qs(t,o,i,l,u,f),Xi(o,i,l.y+l.height+1,u);let d=_i(t,o,i,c+r-(o.kind==="g"?6.5:10),o.kind==="g"?6:8.5);return it([...u.elements(),...Ki(t,o,i,l),...f,...d])}
function Yi(t,e,n){if(!t.folded)return[];let o=new at;o.add(k().track,1,0,n.y,e.width,n.height);let{courses:s,max:r}=Ae(t);for(let{name:a,f:i}of s)js(o,Y(a),i,e,
n,r);return o.elements()}function js(t,e,n,o,s,r){let a=Math.max(1,Math.round(o.width)),{mean:i,max:c}=Je(n,o.from,o.to,a),l=s.height/Math.max(1,r),u=s.y+s.height,
f=Math.min(a,Math.ceil((o.end-o.from)/(o.to-o.from)*a));for(let[d,p]of[[c,.35],[i,.85]])for(let m=0,g;m<f;m=g){for(g=m+1;g<f&&d[g]===d[m];)g++;d[m]>0&&t.add(e,p,
m,u-d[m]*l,g-m,d[m]*l)}}function Zi(t,e,n){let{layout:o}=t,s=e.y+e.height;for(let r of[...o.pinned,...nt(t).map(a=>o.lanes[a])]){if(!"pmc".includes(r.lane.kind))
continue;let a=et(t,r)+r.head,i=Math.max(a,r.pinned?e.y:o.top),c=Math.min(a+r.height-r.head-5,s);c>i&&n.add(k().track,1,0,i,e.width,c-i)}}var Ji=3,Qi=7;function tc(t,e,n,o,s,r){
t.add(e,.35,n,o,s,r);for(let a=n;a<n+s;a+=Qi)t.add(e,.8,a,o,Math.min(Ji,n+s-a),r)}function Vs(t,e){let n=k(),o=e.coordSys,{from:s,to:r}=t.view,a=l=>(l-s)/(r-s)*
o.width,i=new at;Zi(t,o,i);let c=-1;for(let l of t.model.bands){if(l.end<s||l.start>r)continue;let u=Math.max(0,a(l.start)),f=Math.max(1.5,Math.min(o.width,a(l.
end))-u);if(l.gap){tc(i,n.dim,u,o.y,f,o.height);continue}if(l.stw&&Math.floor(u)===c&&f<=1.5)continue;l.stw&&(c=Math.floor(u));let d=l.n>1?Math.max(.15,l.busy/(l.
end-l.start)):1;i.add(l.stw?n.stw:n.gc,(l.stw?1:.7)*d,u,o.y-9,f,l.stw?7:4),i.add(l.stw?n.stw:n.gc,(l.stw?.22:.07)*d,u,o.y,f,o.height)}if(t.here!==null&&i.add(n.
accent,1,a(t.here)-.75,o.y-24,1.5,o.height+24+t.layout.below),t.range){let l=a(t.range.from),u=a(t.range.to);i.add(n.accent,t.range.lanes?.05:.13,l,o.y-24,u-l,o.
height+24+t.layout.below);for(let f of[l,u])i.add(n.accent,.9,f-.5,o.y-24,1,o.height+24+t.layout.below);t.range.lanes&&ec(t,o,l,u,i)}return it(i.elements())}function ec(t,e,n,o,s){
let r=new Set(t.range.lanes),a=k();for(let i of t.layout.lanes){if(!r.has(i.lane))continue;let c=et(t,i),l=Math.max(t.layout.top,c),u=Math.min(e.y+e.height,c+i.
height);u>l&&s.add(a.accent,.2,n,l,o-n,u-l)}}function _s(t,e){let n=e.coordSys,o={...t.view,width:n.width,end:t.model.duration},s=new at;for(let r of t.layout.counters){
let a={y:n.y+r.y,height:r.height};s.add(k().track,1,0,a.y,n.width,a.height),js(s,Y(r.name),t.counts[r.name],o,a,r.max)}return it(s.elements())}function Ks(t,e,n){
let o=e.coordSys,{model:s}=t,{overview:r}=s,a={mask:t.found&&t.filter.maskOf(r),colourBy:t.colourBy,extent:t.extent,model:{...s,...r,lanes:s.lanes}},{lanes:{p:i}}=s,
c=o.height/Math.max(1,i.length),l=new at,u=c>=4?1:0,f=n.value(0);return qs(a,{...i[f],...r.lanes.get(i[f])},{from:0,to:t.extent,width:o.width},{y:o.y+f*c,height:Math.
max(1,c-u)},l,null),it(l.elements())}function Pn(t){let e=(n,o)=>{let s=echarts.init(n,_t(),{renderer:"canvas"}),r=o.series.map(a=>({...a,renderItem:sc(t,a.renderItem)}));return s.setOption({...o,series:r}),
s};t.chart?.dispose(),t.map?.dispose(),t.chart=e(t.nodes.canvas,t.model.page.charts.timeline),t.map=e(t.nodes["map-canvas"],t.model.page.charts.minimap)}var oc={
bands:Vs,pinned:Us,lanes:Ds,arrows:As,counters:_s,minimap:Ks};function sc(t,e){let n=oc[e.replace("schedviz.","")];return(o,s)=>n(t,o,s)}function Xs(t){let{layout:e,
view:n,width:o}=t,s=je(n.from,n.to,o),r={min:n.from,max:n.to},i={customValues:s.at.filter(f=>(f-n.from)/(n.to-n.from)*o<o-58),formatter:f=>v(f,s.step,n.to),align:"\
left",margin:e.ceiling-Le+6,hideOverlap:!0},c=f=>f.map(d=>[d,0]),l={data:[[0,0]],silent:!0},u={xAxis:[{...r,axisLabel:i,axisTick:{customValues:s.at,length:4},axisLine:{
show:!1},splitLine:{show:!0}},r,r,r],yAxis:[{min:0,max:1},{min:0,max:1},{min:0,max:1},{min:0,max:1}],series:[l,{data:c([...e.pinned.keys()]),clip:!0,silent:!0},
{data:c(nt(t)),clip:!0,silent:!0},l,{...l,clip:!0}]};t.gridChanged&&(u.grid=rc(e),t.gridChanged=!1),t.chart.setOption(u),t.chart.getZr().refreshImmediately()}function rc({
ceiling:t,top:e,viewport:n,below:o}){let s=(a,i)=>({left:0,right:0,top:a,height:i,outerBoundsMode:"none"}),r=$t;return[s(t,e+n-t),s(t,e-t),s(e,n),s(e+n+r,o-r)]}
function yt(t){t.map.setOption({xAxis:{min:0,max:t.extent},yAxis:{min:0,max:1},series:[{data:t.model.lanes.p.map((e,n)=>[n,0]),silent:!0}]})}function Ys(t){let e=t.
nodes.window.style,n=t.extent;e.left=t.view.from/n*100+"%",e.width=Math.max(.2,(t.view.to-t.view.from)/n*100)+"%",t.nodes.map.classList.toggle("whole",t.view.from<=
0&&t.view.to>=n)}function Zs(t){let e=t.view.to-t.view.from;t.nodes.range.textContent=e>=t.extent?"all of "+w(t.extent):`${w(e)} of ${w(t.extent)}`}var Js={setView(t,e){let n=this.extent,o=Math.min(n,Math.max(e-t,Math.min(n,100)));t=Math.max(0,Math.min(t,n-o)),!(t===this.view.from&&t+o===this.view.to)&&(this.
view={from:t,to:t+o},this.hideTip(),this.redraw(),this.tell("view",this.view))},setExtent(t){let e=this.view.to-this.view.from>=this.extent;this.extent=Math.max(
this.model.duration,t),yt(this),this.setView(this.view.from,e?this.extent:this.view.to),this.redraw()},zoom(t,e=.5){let n=this.view.to-this.view.from,o=this.view.
from+n*e;this.setView(o-n*t*e,o+n*t*(1-e))},pan(t){let e=(this.view.to-this.view.from)*t;this.setView(this.view.from+e,this.view.to+e)},reset(){this.setView(0,this.
extent)},fit(t,e){let n=Math.max((e-t)*.15,50);this.setView(t-n,e+n)},fitSelection(){if(this.range){let{from:t,to:e}=this.range;this.range=null,this.closePanel(),
this.setView(t,e)}else this.selected&&this.fit(this.model.spans.start[this.selected.row],this.model.spans.end[this.selected.row])},show({from:t,to:e,gs:n}){if(n?.
length){this.shown.g=!0;for(let o of n)this.arranged.hidden.delete("g"+o);this.search(n.map(o=>"G"+o).join(" ")),this.nodes.scroll.scrollTop=0}t!==void 0&&this.
fit(t,e),this.root.scrollIntoView({block:"start"})}};function ze(t){let e=Math.max(...t.map(s=>s.model.duration)),n=!1,o=(s,{from:r,to:a})=>{if(!n){n=!0;for(let i of t)
i!==s&&i.setView(r,a);n=!1}};for(let s of t)s.setExtent(e),s.on("view",r=>o(s,r))}var ic=300,cc=200,Pe=class{constructor(e){this.tl=e,this.before=[],this.after=[],this.now=An(e),this.timer=0,e.on("draw",()=>{clearTimeout(this.timer),this.timer=
setTimeout(()=>this.settle(),ic)}),e.nodes.undo.addEventListener("click",()=>this.back()),e.nodes.redo.addEventListener("click",()=>this.forth()),this.tell()}settle(){
clearTimeout(this.timer);let e=An(this.tl);e!==this.now&&(Qs(e)!==Qs(this.now)&&(this.before.push(this.now),this.before.length>cc&&this.before.shift(),this.after=
[]),this.now=e,this.tell())}back(){this.go(this.before,this.after,"nothing to undo")}forth(){this.go(this.after,this.before,"nothing to redo")}go(e,n,o){if(this.
settle(),!e.length)return this.tl.say(o);n.push(this.now),this.now=e.pop(),Ce(this.tl,this.now),this.tell()}tell(){this.tl.nodes.undo.disabled=!this.before.length,
this.tl.nodes.redo.disabled=!this.after.length,this.tl.tell("settled",this.now)}};function Qs(t){let e=new URLSearchParams(t);return e.delete("sel"),e.toString()}var qt={};O(qt,{meanwhile:()=>Gn,of:()=>ce,overlaps:()=>kt});var uc={2:"running",1:"runnable",3:"waiting",4:"syscall"};function kt(t,e,n,o,s){let{rows:r}=e,{start:a,end:i,idle:c,dur:l}=t;for(let u=j(t,r,n);u<r.length&&a[r[u]]<
o;u++){let f=r[u],d=Math.min(o,i[f])-Math.max(n,a[f]);s(f,c[f]>0?d*(1-c[f]/Math.max(1,l[f])):d)}}function fc(t,e){if(!e)return t.lanes.g.length?t.lanes.g:t.lanes.
p;for(let n of["g","p","m","c"]){let o=e.filter(s=>s.kind===n);if(o.length)return o}return[]}function ce(t,e,n,o=null){let s=new Fn(t,e,n),r=fc(t,o);for(let a of r)
s.lane(a,!1);if(!o&&r!==t.lanes.p)for(let a of t.lanes.p)s.lane(a,!0);return{from:e,to:n,lanes:o,states:s.states,exact:s.exact,laneless:s.laneless.size,gs:[...s.
gs.values()].sort((a,i)=>i.running-a.running||i.runnable-a.runnable||i.waiting-a.waiting||a.g-i.g),reasons:[...s.reasons.values()].sort((a,i)=>i.time-a.time),ps:(o?
[...s.ps.values()]:hc(t,e,n)).sort((a,i)=>a.p-i.p),marks:dc(t,e,n,o&&new Set(r))}}var Fn=class{constructor(e,n,o){this.model=e,this.from=n,this.to=o,this.exact=
!0,this.gs=new Map,this.reasons=new Map,this.ps=new Map,this.laneless=new Set,this.last=null,this.states={running:0,runnable:0,waiting:0,syscall:0}}lane(e,n){let{
spans:o,laneOfG:s}=this.model,r=e.kind==="g";kt(o,e,this.from,this.to,(a,i)=>{let c=o.g[a],l=uc[o.state[a]];if(c<0||!l)return;let u=!r&&!s.has(c);n&&!u||(u&&this.
laneless.add(c),o.n[a]>1&&(this.exact=!1),this.states[l]+=i,this.goroutine(c)[l]+=i,l==="waiting"&&this.reason(o.reason[a],i,o.n[a]),l==="running"&&o.p[a]>=0&&tr(
this.ps,o.p[a],c,i))})}goroutine(e){if(this.last?.g===e)return this.last;let n=this.gs.get(e);return n||this.gs.set(e,n={g:e,running:0,runnable:0,waiting:0,syscall:0}),
this.last=n,n}reason(e,n,o){let s=this.reasons.get(e);s||this.reasons.set(e,s={reason:this.model.strings[e],time:0,count:0}),s.time+=n,s.count+=o}};function tr(t,e,n,o){
let s=t.get(e);s||t.set(e,s={p:e,running:0,gs:new Set}),s.running+=o,s.gs.add(n)}function hc(t,e,n){let{spans:o}=t,s=new Map;for(let r of t.lanes.p)s.set(r.key,
{p:r.key,running:0,gs:new Set}),kt(o,r,e,n,(a,i)=>o.state[a]===2&&tr(s,r.key,o.g[a],i));return[...s.values()]}function dc(t,e,n,o){let{marks:s}=t,r=new Map,a=i=>{
if(s.time[i]<e||s.time[i]>n)return;let c=G[s.kind[i]];r.set(c,(r.get(c)||0)+s.n[i])};if(o)for(let i of o)i.marks.forEach(a);else for(let i=0;i<s.time.length;i++)
a(i);return[...r].map(([i,c])=>({kind:i,count:c})).sort((i,c)=>c.count-i.count)}function Gn(t,e,n){let{spans:o}=t,s=new Map,r=0,a=0,i=!0;for(let u of t.lanes.p)
kt(o,u,e,n,(f,d)=>{o.n[f]>1&&(i=!1),o.state[f]===4&&(a+=d),o.state[f]===2&&(r+=d,s.set(o.g[f],(s.get(o.g[f])||0)+d))});let c=t.page.stat.procs.gomaxprocs||t.lanes.
p.length,l=[...s].map(([u,f])=>({g:u,time:f})).sort((u,f)=>f.time-u.time||u.g-f.g);return{ps:c,gs:l,running:r,syscall:a,idle:Math.max(0,c*(n-e)-r-a),exact:i}}var mc=24,pc=400,Wn=(t,e)=>[x(t,e),$(T(t,e))].filter(Boolean).join(" ");function gc(t,{row:e,lane:n,place:o,g:s}){let{model:r}=t,{spans:a,strings:i}=r,c=[s>=0?Wn(
r,s):zt(r,e)[0]],l=a.state[e];s>=0&&c.push(l===3?`waiting for ${i[a.reason[e]]||"an unknown reason"}`:X[l]+(a.p[e]>=0?` on P ${a.p[e]}`:"")),c.push(w(a.dur[e]),
`from ${v(a.start[e],1e3)}`),l===2&&a.preempt[e]&&c.push(`ended by ${ft(G[a.preempt[e]])}`),a.n[e]>1&&c.push(`${y(a.n[e])} spans merged`);let{led:u,caused:f}=Gt(
t),d=u?.wakes[0];return d?.by>=0?c.push(`${d.kind==="create"?"created":"woken"} by ${Wn(r,d.by)}`):d?.inferred&&c.push(`woken by the ${d.inferred}, inferred`),f?.
wakes.length&&c.push(`woke ${C(f.wakes.length,"goroutine")}`),`${c.join(", ")}. Span ${y(o+1)} of ${y(n.rows.length)} on ${R(r,n)}.`}function wc(t,{from:e,to:n,
lanes:o}){let s=ce(t.model,e,n,o),r=Object.entries(s.states).filter(([,a])=>a>0).map(([a,i])=>`${a} ${w(i)}`);return`${w(n-e)} selected from ${v(e,(n-e)/100)}, ${o?
"on "+C(o.length,"lane"):"all lanes"}: ${r.join(", ")||"nothing"}${s.exact?"":", approximately"}.`}function yc(t){let{model:e,view:n,layout:o}=t,{spans:s}=e,r=[
...o.pinned,...nt(t).map(c=>o.lanes[c])].map(c=>c.lane),a=r.slice(0,mc).map(c=>{if(c.without)return`${c.title}: ${c.explained}`;if(c.kind==="group")return`group\
 ${c.title}, ${c.folded?"folded":"open"}`;if(c.kind==="t")return`${c.what}s ${c.name}: ${y(c.boxes.filter(d=>d.end>n.from&&d.start<n.to).length)}`;let l=0,u=0;return kt(
s,c,n.from,n.to,(d,p)=>{u+=s.n[d],(c.kind!=="g"||s.state[d]===2)&&(l+=p)}),`${c.kind==="g"?Wn(e,c.key):R(e,c)}: ${c.kind==="g"?"running":"busy"} ${V(l/(n.to-n.from))}\
, ${C(u,"span")}`}),i=r.length-a.length;return`From ${v(n.from,1e3)} to ${v(n.to,1e3)}, ${C(o.lanes.length,"lane")}. ${a.join("; ")}${i>0?`; and ${i} more`:""}.`}
function er(t){let{canvas:e,text:n}=t.nodes;n.id=t.root.id+"-lanes",e.setAttribute("aria-describedby",n.id);let o=()=>{n.textContent=yc(t)},s=0;e.addEventListener(
"focus",o),t.on("draw",()=>{document.activeElement===e&&(clearTimeout(s),s=setTimeout(o,pc))}),t.on("choice",()=>{t.selected?t.say(gc(t,t.selected)):t.say(t.range?
wc(t,t.range):"Nothing selected.")})}function nr(){for(let t of document.querySelectorAll(".chart")){let e=t.previousElementSibling;for(;e&&!/^H[234]$/.test(e.tagName);)
e=e.previousElementSibling;let n=t.previousElementSibling?.classList.contains("how")?t.previousElementSibling:null;t.setAttribute("role","img"),t.hasAttribute("\
aria-label")||t.setAttribute("aria-label","chart: "+(e?.textContent||"untitled")),n&&(n.id||="how-"+t.id,t.setAttribute("aria-describedby",n.id))}}var bt=8;function Dn(t,{row:e,lane:n,g:o}){let{model:s}=t,{spans:r}=s;return[xe(t,o),Qt(t,e,r.start[e]),N([...ve(t,e),...Jt(t,e,r.start[e]).slice(0,1),["note",Zt(
s,e,1)]]),h("div",{class:"actions"},S("◂ previous",()=>t.step(-1),"on this lane (,)"),S("next ▸",()=>t.step(1),"on this lane (.)"),n.kind!=="g"&&o>=0&&S(`◂ ${x(
s,o)}`,()=>t.stepGoroutine(-1),"previous span of this goroutine (<)"),n.kind!=="g"&&o>=0&&S(`${x(s,o)} ▸`,()=>t.stepGoroutine(1),"next span of this goroutine \
(>)"),S("zoom to it",()=>t.fit(r.start[e],r.end[e]),"(F)")),o>=0&&xc(t,e,o),o>=0&&vc(t,e),o>=0&&Co(kc(r.state[e]),pt(s,r.stack[e]),s.page,t),o>=0&&$c(t,o)].filter(
Boolean)}function kc(t){return t===1?"Made ready at":t===3?"Waits at":t===4?"Called at":"Stood at its end at"}function Fe(t,e,n,o){let s=`${x(t.model,e)} ${$(T(
t.model,e))}`;return n>=0?S(s,()=>t.goToRow(n,o),"go there"):s}function bc(t,e,n){let{model:o}=t,{spans:s}=o,r=s.state[e],a=n.by>=0?Fe(t,n.by,n.byRow,n.t):"",i=o.
gs.parent[n.g],c=r===2?`, ${w(s.start[e]-n.t)} before it ran`:"";if(n.kind==="create")return["created by ",a||(i>0?"G"+i:`the ${n.inferred} (inferred)`),c];if(n.
kind==="self")return[r===2?`it had been stopped while running, and waited ${w(s.start[e]-n.t)} for a P`:"it was stopped while running: see the end of the span b\
efore"];if(n.kind==="return")return["back from a system call, without a P",c];let l=r===3?"ended by ":"woken by ";return a?[l,a,c]:n.inferred?[l,`the ${n.inferred}\
 (inferred: no goroutine did it)`,c]:["the trace does not tell",c]}function sr(t,e){let{spans:n}=t.model,o=e.run>=0?`ran ${w(n.start[e.run]-e.t)} later${n.p[e.run]>=
0?" on P "+n.p[e.run]:""}`:"did not run after it";return[e.kind==="create"?"created ":"woke ",Fe(t,e.g,e.run>=0?e.run:e.row)," ",h("span",{class:"quiet"},o)]}function xc(t,e,n){
let{model:o}=t,{led:s,caused:r}=Gt(t),a=s.wakes[0],i=[];return t.arrows.chain?(i.push(qn(t,"What led to it",s,c=>[c.kind==="create"?"created by ":"woken by ",c.
by>=0?Fe(t,c.by,c.byRow,c.t):c.inferred?`the ${c.inferred} (inferred)`:o.gs.parent[c.g]>0?"G"+o.gs.parent[c.g]:"unknown",": ",Fe(t,c.g,c.row)])),i.push(qn(t,"Wh\
at it caused",r,c=>[c.by!==n&&[x(o,c.by)," "],...sr(t,c)].flat()))):(a&&i.push(h("p",{class:"cause"},bc(t,e,a))),r.wakes.length&&i.push(qn(t,"Woke",r,c=>sr(t,c)))),
!s.wakes.length&&!r.wakes.length&&!t.arrows.chain?null:(i.push(h("div",{class:"actions"},h("button",{class:"link",type:"button","aria-pressed":String(t.arrows.chain),
onclick:()=>t.toggleArrows("chain")},t.arrows.chain?"only its own arrows (C)":"the whole chain, both ways (C)"))),h("div",{class:"family"},i))}function qn(t,e,{
wakes:n,cut:o,lost:s},r){let a=y(n.length)+(o?" and more: cut here":""),i=c=>h("li",{},h("span",{class:"quiet"},v(c.t,1e3)+" "),r(c));return h("div",{},h("h4",{},
e,h("span",{class:"quiet"},` ${a}`)),n.length?h("ul",{class:"wakes"},n.slice(0,bt).map(i)):h("p",{class:"quiet"},"Nothing that the trace tells."),s&&h("p",{class:"\
quiet"},"Before that, spans are merged or not in this part of the trace."),n.length>bt&&h("details",{},h("summary",{},`${n.length-bt} more`),h("ul",{class:"wake\
s"},n.slice(bt).map(i))))}function vc(t,e){let{model:n}=t,{spans:o}=n;if(o.state[e]!==1||o.dur[e]<=0)return null;let s=Gn(n,o.start[e],o.end[e]);if(!s.ps)return null;
let r=s.ps*o.dur[e],a=c=>V(c/r),i=(c,l)=>h("tr",{},h("td",{},c),h("td",{class:"num"},w(l)),h("td",{class:"num"},a(l)));return h("div",{},h("h4",{},"Had the Ps m\
eanwhile",h("span",{class:"quiet"},` inferred from the lanes${s.exact?"":", approximate: spans are merged"}`)),h("table",{class:"mini"},s.gs.slice(0,bt).map(({g:c,
time:l})=>i(S(`${x(n,c)} ${$(T(n,c))}`,()=>t.goToRow(Mc(n,c,o.start[e],o.end[e]))),l)),s.gs.length>bt&&i(`${y(s.gs.length-bt)} others`,s.gs.slice(bt).reduce((c,l)=>c+
l.time,0)),s.syscall>0&&i("in system calls",s.syscall),s.idle>0&&i("no goroutine",s.idle)))}function Mc(t,e,n,o){let s=-1;for(let r of t.lanes.p)kt(t.spans,r,n,
o,a=>{t.spans.g[a]===e&&(s=a)});return s}function $c(t,e){let{model:n}=t,o=T(n,e),s=x(n,e),r=n.byID.get(n.gs.parent[e]);return h("div",{class:"actions"},S("only\
 "+s,()=>t.search(s),"grey all other goroutines"),o&&S("all of "+$(o),()=>t.search(o),"grey all that do not run this function"),r!==void 0&&S(`its parent ${x(n,
r)}`,()=>t.search(x(n,r)),"the goroutine that created it"),t.inTable&&S("in the table",()=>t.inTable(s),"its row in the table of goroutines"),o&&t.inTable&&S("i\
ts function in the table",()=>t.inTable(o),"all that run the same function, in the table of goroutines"))}var We={};O(We,{button:()=>Ge,csv:()=>Un,tsv:()=>Hn});var Ac=/^\s*[=+\-@＝＋－＠]|^[\t\r\n]/,Sc=/^[+-]?\d+(\.\d+)?(e[+-]?\d+)?$/i,rr=t=>typeof t=="string"&&Ac.test(t)&&!Sc.test(t)?"'"+t:String(t),Lc=t=>/[",\r\n]/.
test(t)?'"'+t.replaceAll('"','""')+'"':t,Un=t=>t.map(e=>e.map(n=>Lc(rr(n))).join(",")+`\r
`).join(""),Hn=t=>t.map(e=>e.map(n=>rr(n).replace(/[\t\r\n]+/g," ")).join("	")+`
`).join("");async function Tc(t){try{return await navigator.clipboard.writeText(t),!0}catch{let e=h("textarea",{value:t,"aria-hidden":"true",style:{position:"fi\
xed",opacity:"0"}});document.body.append(e),e.select();let n=document.execCommand("copy");return e.remove(),n}}function Ge(t,e,n){let o=(r,a)=>{r.textContent=a,
setTimeout(()=>{r.textContent=t},1500)},s=S(t,async()=>o(s,await Tc(e(n()))?"copied":"could not copy"));return s}var jn=12,Vn=["running","runnable","waiting","syscall"];function cr(t,e){let{model:n}=t,o=ce(n,e.from,e.to,e.lanes),s=e.to-e.from,r=o.exact?"":"≈ ",a=n.page.stat.
procs.gomaxprocs||n.lanes.p.length,i=o.gs.filter(c=>c.running>0).length;return[h("div",{class:"who"},h("b",{},w(s)+" selected")),h("p",{class:"quiet"},Ic(t,e),o.
exact?"":" Some spans are merged: their time counts as that of the longest.",o.laneless>0?` ${C(o.laneless,"goroutine")} without a lane: only their running time\
 counts.`:""),N([["from",v(e.from,s/100)],["to",v(e.to,s/100)],["P utilisation",!e.lanes&&a?r+V(o.ps.reduce((c,l)=>c+l.running,0)/(s*a)):""],["ran",C(i,"gorouti\
ne")],...o.marks.map(({kind:c,count:l})=>[ht(c)+" "+Kt(c),y(l)])]),h("div",{class:"actions"},S("zoom to it (F)",()=>t.fitSelection()),S("clear (Esc)",()=>t.clear()),
Nc(t,e)),le("By state","",o,Vn.filter(c=>o.states[c]>0).map(c=>[[z(Y(c)),c],o.states[c]])),le("By goroutine","running",o,o.gs.filter(c=>c.running>0).map(c=>[ar(
t,c.g),c.running])),le("By goroutine","runnable",o,Cc(o.gs,"runnable").map(c=>[ar(t,c.g),c.runnable])),le("By reason","waiting",o,o.reasons.map(c=>[[z(Vt(c.reason)),
c.reason||"unknown",h("span",{class:"quiet"},` ${C(c.count,"wait")}`)],c.time])),le("By P","running",o,o.ps.map(c=>[["P "+c.p,h("span",{class:"quiet"},` ${V(c.running/
s)}, ${C(c.gs.size,"goroutine")}`)],c.running])),h("div",{class:"actions"},h("span",{class:"quiet"},"copy all as"),Ge("CSV",Un,()=>ir(n,o)),Ge("TSV",Hn,()=>ir(n,
o)))].filter(Boolean)}var Cc=(t,e)=>t.filter(n=>n[e]>0).sort((n,o)=>o[e]-n[e]),ar=(t,e)=>S(`${x(t.model,e)} ${$(T(t.model,e))}`,()=>t.search(x(t.model,e)),"show\
 this goroutine");function Ic(t,{lanes:e}){if(!e)return"Of all goroutines and Ps, whatever lanes are shown.";let n=e.map(r=>R(t.model,r)),o=n.length>4?`${n[0]} \
to ${n.at(-1)}`:n.join(", "),s=new Set(e.map(r=>r.kind));return`Of ${C(e.length,"lane")}: ${o}.${s.size>1?" What is on lanes of two kinds counts once.":""}`}function Nc(t,e){
return e.lanes?S("all lanes",()=>t.selectRange(e.from,e.to)):e.lane?S(`only ${R(t.model,e.lane)}`,()=>t.selectRange(e.from,e.to,[e.lane])):null}function le(t,e,n,o){
if(!o.length)return null;let s=([r,a])=>h("tr",{},h("td",{},r),h("td",{class:"num"},(n.exact?"":"≈ ")+w(a)));return h("div",{},h("h4",{},t,e&&h("span",{class:"\
quiet"},` ${e}`)),h("table",{class:"mini"},o.slice(0,jn).map(s)),o.length>jn&&h("p",{class:"quiet"},`and ${y(o.length-jn)} more`))}function ir(t,e){let n=Math.round;
return[["what","name","function","running_ns","runnable_ns","waiting_ns","syscall_ns","count"],["selection",`${n(e.from)} to ${n(e.to)} ns`,e.exact?"exact":"app\
roximate",...Vn.map(o=>n(e.states[o])),""],...e.gs.map(o=>["goroutine",x(t,o.g),T(t,o.g),...Vn.map(s=>n(o[s])),""]),...e.reasons.map(o=>["reason",o.reason,"","",
"",n(o.time),"",o.count]),...e.ps.map(o=>["P","P "+o.p,"",n(o.running),"","","",o.gs.size]),...e.marks.map(o=>["preemption",o.kind,"","","","","",o.count])]}var lr={switchLanes(t,e){this.shown[t]=e,ot(this),this.relayout()},setColour(t){this.colourBy=t,ot(this),yt(this),this.redraw()},toggleArrows(t){this.arrows[t]=
!this.arrows[t],t==="chain"&&this.selected&&this.openPanel(Dn(this,this.selected)),ot(this),this.redraw()},select(t,e){let n=t.rows[e];this.selected={lane:t,place:e,
row:n,g:this.model.spans.g[n]},this.range=this.away=null,this.openPanel(Dn(this,this.selected)),this.tell("choice"),this.redraw()},selectLane(t){if(!t.rows.length)
return;let e=(this.view.from+this.view.to)/2,n=D(this.model.spans,t,e,1/0);this.select(t,Math.max(0,n))},selectMark({lane:t,mark:e}){let n=this.model.marks.time[e],
o=D(this.model.spans,t,n-1,1/0);o>=0&&this.select(t,o)},step(t){if(!this.selected){let o=[...this.layout.pinned,...this.layout.lanes].find(({lane:s})=>s.rows.length);
return o&&this.selectLane(o.lane)}let{lane:e,place:n}=this.selected;this.reach(e,Math.max(0,Math.min(e.rows.length-1,n+t)))},selectRange(t,e,n=null,o=null){this.
range={from:Math.max(0,t),to:Math.min(this.model.duration,e),lanes:n,lane:o},this.selected=this.away=null,this.openPanel(cr(this,this.range)),this.tell("choice"),
this.redraw()},clear(){this.hideTip(),this.selected||this.range||this.away?this.unselect():this.here!==null?(this.here=null,this.redraw()):this.filter&&this.search(
"")},unselect(){this.selected=this.range=this.away=null,this.closePanel(),this.tell("choice"),this.redraw()},openPanel(t){let e=this.nodes.panel,n=e.hidden,o=e.
contains(document.activeElement)?document.activeElement.textContent:null;e.replaceChildren(h("button",{class:"close",type:"button",title:"close (Esc)","aria-lab\
el":"close",onclick:()=>this.clear()},"×"),...t),e.hidden=!1,o!==null&&([...e.querySelectorAll("button")].find(s=>s.textContent===o)||e).focus(),n&&this.resize()},
closePanel(){let{panel:t,canvas:e}=this.nodes;t.hidden||(t.contains(document.activeElement)&&e.focus({preventScroll:!0}),t.hidden=!0,this.resize())}};function Rc(t,e){if(e.kind==="group")return Bc(t,e);let n=()=>(t.layout.groups.find(o=>o.lanes.includes(e))?.lanes??[]).filter(o=>o!==e);return[[t.isPinned(e)?"\
Unpin":"Pin to the top","P",()=>t.pin(e)],["Hide","H",()=>t.hide(e)],n().length>0&&["Hide the others of its group","",()=>t.hide(...n())],e.kind==="g"&&[`Only ${x(
t.model,e.key)}, everywhere`,"",()=>t.search(x(t.model,e.key))],e.rows.length>0&&["Select its span in the middle","",()=>t.selectLane(e)],...ur(t)].filter(Boolean)}
function Bc(t,e){let n=t.layout.groups.filter(o=>o!==e);return[!e.without&&[e.folded?"Open":"Fold","",()=>t.fold(e.key,!e.folded)],n.length>0&&["Fold or open al\
l","Z",()=>t.foldAll()],["Hide","",()=>t.hide(e)],n.length>0&&["Hide the other groups","",()=>t.hide(...n)],...ur(t)].filter(Boolean)}var ur=t=>t.arranged.hidden.
size?[[`Show the ${t.arranged.hidden.size} hidden again`,"Shift H",()=>t.showHidden()]]:[];function ue(t,e){let{menu:n}=t.nodes,o=document.activeElement,s=()=>{
n.hidden||(n.hidden=!0,n.replaceChildren(),o?.isConnected&&o.focus())};n.replaceChildren(...Rc(t,e.lane).map(([a,i,c])=>h("button",{type:"button",role:"menuitem",
tabIndex:-1,onclick:()=>{s(),c()}},h("span",{},a),i&&h("kbd",{},i)))),n.onkeydown=a=>zc(a,n,s),n.onfocusout=a=>{n.contains(a.relatedTarget)||s()},n.hidden=!1;let r=e.
getBoundingClientRect();n.style.left=Math.min(r.left+12,innerWidth-n.offsetWidth-8)+"px",n.style.top=Math.max(4,Math.min(r.top+Math.min(22,r.height),innerHeight-
n.offsetHeight-8))+"px",n.firstChild.focus()}function zc(t,e,n){t.stopPropagation();let o=[...e.children],s=o.indexOf(document.activeElement),r={ArrowDown:s+1,ArrowUp:s-
1,Home:0,End:-1}[t.key];if(r!==void 0)o.at(r%o.length).focus();else if(t.key==="Escape"||t.key==="Tab")n();else return;t.preventDefault()}var Fc=new Set(["queued","idle Ps","spinning"]);function fr(t){let{layout:e,nodes:n}=t,o=n.gutter.labels??new Map,s=new Map,r=i=>{let c=i.lane.kind==="group"?i.
lane.key:_(t.model,i.lane),l=o.get(c)??(i.lane.kind==="group"?qc(t):Wc(t));s.set(c,l),Dc(t,l,i)};for(let i of e.pinned)r(i);for(let i of nt(t))r(e.lanes[i]);n.gutter.
labels=s;let a=e.counters.map(i=>Hc(i,e.top+e.viewport+$t));t.model.bands.some(i=>!i.gap)&&a.push(h("div",{class:"strip-label",style:{top:e.ceiling-13+"px"}},"G\
C, STW")),Gc(n.gutter,[...s.values(),...a])}function Gc(t,e){let n=new Set(e);for(let s of[...t.children])n.has(s)||s.remove();let o=t.firstChild;for(let s of e)
s===o?o=o.nextSibling:t.insertBefore(s,o)}function Wc(t){let e=h("button",{class:"lane-name",type:"button",onclick:()=>t.selectLane(o.lane)}),n=h("button",{class:"\
lane-more",type:"button","aria-haspopup":"menu",title:"pin, hide, …",onclick:()=>ue(t,o)},"⋯"),o=h("div",{class:"lane-label",oncontextmenu:s=>{s.preventDefault(),
ue(t,o)}},e,n);return o}function qc(t){let e=h("button",{class:"lane-name",type:"button",onclick:()=>Se(t,o.lane)}),n=h("button",{class:"lane-more",type:"button",
"aria-haspopup":"menu",title:"fold, hide, …",onclick:()=>ue(t,o)},"⋯"),o=h("div",{class:"lane-label group-label",oncontextmenu:s=>{s.preventDefault(),ue(t,o)}},
e,n);return o}function Dc(t,e,n){let{lane:o,height:s,head:r}=n,a=o.kind==="group",i=et(t,n)+(a?1:r-4),c=a?s-2:s-r+3;if(Object.assign(e.style,{top:i+"px",height:c+
"px",clipPath:n.pinned?"":jc(i,c,t.layout)}),e.lane=o,e.classList.toggle("without",!!o.without),a)return Uc(e,o);let l=t.selected&&(t.selected.lane===o||o.kind===
"g"&&o.key===t.selected.g);if(e.classList.toggle("chosen",!!l),e.classList.toggle("pinned",!!n.pinned),e.named===W())return;e.named=W();let u=o.kind==="g"?$(T(t.
model,o.key)):"",f=R(t.model,o);e.firstChild.title=u?f+" "+u:f,e.lastChild.setAttribute("aria-label","menu of "+f),e.firstChild.replaceChildren(...[o.kind==="g"&&
z(K(t.model.gs.id[o.key])),h("b",{},f),u&&h("span",{class:"func"}," "+u)].filter(Boolean))}function Uc(t,e){let n=`${e.folded} ${e.title} ${e.count}`;if(t.named===
n)return;t.named=n;let[o,s]=t.children;o.title=e.explained||`${e.folded?"open":"fold"} ${e.title}`,e.without?o.removeAttribute("aria-expanded"):o.setAttribute("\
aria-expanded",!e.folded),s.setAttribute("aria-label","menu of "+e.title),o.replaceChildren(h("i",{},e.without?"⋮":e.folded?"▸":"▾"),h("span",{class:"grou\
p-name"},e.title),e.count&&h("span",{class:"func"}," "+e.count))}function Hc(t,e){let n=(Fc.has(t.name)?"sampled ≤":"max ")+(t.name==="heap"?Ht(t.max):y(t.max));
return h("div",{class:"counter-label",style:{top:e+t.y+"px",height:t.height+"px"}},h("b",{},t.name),h("span",{},n))}function jc(t,e,n){let o=Math.max(0,n.top-t),
s=Math.max(0,t+e-n.top-n.viewport);return o||s?`inset(${o}px 0 ${s}px 0)`:""}var hr={search(t){t!==this.filter?.text&&(this.here=null),this.nodes.find.value=t,this.filter=Bs(this.model,t),this.found=this.filter?.words.length?this.filter.
found:null,this.matches=null,this.atMatch=-1,this.tellFound(),ot(this),yt(this),this.relayout()},tellFound(t=-1){let{filter:e,nodes:n}=this,o=e&&this.found?`${C(
e.count,"span")} of ${C(e.found.size,"goroutine")}`:"",s=e?.problems[0]||(e&&!this.found?`Enter goes to ${v(e.at,1)}`:t<0?o:`${y(t+1)} of ${o}`);n.found.textContent=
s,n.found.classList.toggle("wrong",!!e?.problems.length),n.find.setAttribute("aria-invalid",!!e?.problems.length)},matchList(){if(this.matches)return this.matches;
let{overview:t}=this.model,{spans:e}=t,n=this.filter.maskOf(t),o=[];for(let s=0;s<n.length;s++)n[s]&&!(e.core?.[s]>=0)&&o.push(s);return this.matches=Int32Array.
from(o).sort((s,r)=>e.start[s]-e.start[r]||s-r)},nextMatch(t){if(!this.filter||(this.filter.at!==null&&this.goToTime(this.filter.at),!this.found))return;let e=this.
matchList(),{start:n}=this.model.overview.spans;if(!e.length)return;let{selected:o}=this,s=this.atMatch;s>=0&&o&&o===this.matched?s=(s+t+e.length)%e.length:s=_c(
e,n,o?this.model.spans.start[o.row]:this.view.from,t<0)%e.length,this.goToMatch(e[s]),this.atMatch=s,this.matched=this.selected,this.tellFound(s)},goToMatch(t){
let{model:e}=this,{spans:n}=e.overview,o=(n.start[t]+n.end[t])/2,s=this.view.to-this.view.from;(o<this.view.from||o>this.view.to)&&this.setView(o-s/2,o+s/2);let r=e.
laneOfG.get(n.g[t])??e.lanes.p.find(i=>i.key===n.p[t]),a=r?D(e.spans,r,o,0):-1;a>=0&&this.goToRow(r.rows[a],e.spans.start[r.rows[a]])},goToTime(t){t=Math.min(t,
this.extent);let n=this.view.to-this.view.from>=this.extent?this.extent/20:this.view.to-this.view.from;this.here=t,this.setView(t-n/2,t+n/2),this.redraw()}};function _c(t,e,n,o){
let s=0,r=t.length;for(;s<r;){let a=s+r>>1;e[t[a]]>=n?r=a:s=a+1}return o?(s-1+t.length)%t.length:s}var Kn={};O(Kn,{at:()=>_n});function _n(t,e,n){let{layout:o,model:s,view:r}=t,a=(r.to-r.from)/t.width,i=r.from+e*a;if(n<o.ceiling)return tl(s,i,a);if(n>=o.top+o.viewport)return{kind:"count\
ers",t:i};let c=Ss(t,e,n);if(c)return{kind:"arrow",arrow:c};let l=Zc(t,n);if(!l)return null;let u=l.lane,f=n-et(t,l);if(u.kind==="group")return pn(t,u,i);if(u.kind===
"t")return Fo(t,u,i,f);if(f<=l.head){let p=Jc(s,u,i,6*a);if(p>=0)return{kind:"mark",lane:u,mark:p,near:Qc(s,u,p,2*a)}}let d=D(s.spans,u,i,2*a);return d<0?{kind:"\
gap",lane:u,t:i,...Xc(s,u,i)}:{kind:"span",lane:u,place:d,row:u.rows[d],t:i,hidden:Yc(s,u,d,a)}}function Xc(t,e,n){let{spans:o}=t,s=e.rows,r=j(o,s,n);return{from:r>
0?o.end[s[r-1]]:0,to:r<s.length?o.start[s[r]]:t.duration}}function Yc(t,e,n,o){let{spans:s}=t,r=e.rows;if(s.dur[r[n]]>=o)return 1;let a=s.start[r[n]];return we(
s,r,a+o,n)-n}function Zc({layout:t,scrollTop:e},n){let o=n<t.top?t.pinned:t.lanes,s=n-t.top+(n<t.top?0:e),r=o[Pt(o,s)];return r&&r.y<=s?r:null}function Jc(t,e,n,o){
let s=-1,r=o;for(let a of e.marks){let i=Math.abs(t.marks.time[a]-n);if(i<=r&&([s,r]=[a,i]),t.marks.time[a]>n+o)break}return s}function Qc(t,e,n,o){let{marks:s}=t,
r=0;for(let a of e.marks)s.kind[a]===s.kind[n]&&Math.abs(s.time[a]-s.time[n])<=o&&(r+=s.n[a]);return r}function tl(t,e,n){let o=t.bands.filter(r=>r.start-3*n<=e&&
e<=r.end+3*n),s=o.find(r=>r.stw)||o[0];return s?{kind:"band",band:s}:null}function dr(t){let{canvas:e}=t.nodes,n=new Map,o=null,s=()=>{let[r,a]=[...n.values()];return{middle:(r+a)/2,width:Math.max(20,Math.abs(r-a))}};e.addEventListener(
"pointerdown",r=>{r.pointerType==="touch"&&(n.set(r.pointerId,r.clientX),n.size===2&&(t.pinching=!0,o={...s(),view:{...t.view}}))}),e.addEventListener("pointerm\
ove",r=>{n.has(r.pointerId)&&(n.set(r.pointerId,r.clientX),o&&n.size===2&&el(t,o,s()))});for(let r of["pointerup","pointercancel"])e.addEventListener(r,a=>{n.delete(
a.pointerId),o=null,n.size||setTimeout(()=>{t.pinching=!1})})}function el(t,{middle:e,width:n,view:o},s){let r=t.nodes.canvas.getBoundingClientRect(),a=l=>(l-r.
left)/r.width,i=o.from+a(e)*(o.to-o.from),c=(o.to-o.from)*(n/s.width);t.setView(i-c*a(s.middle),i+c*(1-a(s.middle)))}function gr(t){let{canvas:e,scroll:n}=t.nodes;n.addEventListener("scroll",()=>{t.scrollTop=n.scrollTop,t.hideTip(),t.redraw()},{passive:!0}),e.addEventListener(
"wheel",o=>ol(t,o),{passive:!1}),e.addEventListener("pointerdown",o=>rl(t,o)),e.addEventListener("pointermove",o=>ll(t,o)),e.addEventListener("pointerleave",()=>t.
hideTip()),e.addEventListener("dblclick",o=>t.zoom(.4,fe(t,o))),t.nodes.map.addEventListener("pointerdown",o=>ul(t,o)),dr(t)}function fe(t,e){let n=t.nodes.canvas.
getBoundingClientRect();return(e.clientX-n.left)/n.width}var mr=(t,e)=>t.view.from+fe(t,e)*(t.view.to-t.view.from);function ol(t,e){t.lastShare=fe(t,e),e.ctrlKey||
e.metaKey?(e.preventDefault(),t.zoom(Math.exp(Math.max(-60,Math.min(60,e.deltaY))*.006),fe(t,e))):(e.shiftKey||Math.abs(e.deltaX)>Math.abs(e.deltaY))&&(e.preventDefault(),
t.pan((e.deltaX||e.deltaY)/t.width))}var sl=450;function wr(t,e,n,o,s){let r=!1;t.setPointerCapture?.(e.pointerId);let a=c=>{c.pointerId!==e.pointerId||!r&&Math.
abs(c.clientX-e.clientX)<n||(r=!0,o(c))},i=c=>{if(c.pointerId===e.pointerId){t.removeEventListener("pointermove",a);for(let l of["pointerup","pointercancel"])t.
removeEventListener(l,i);s(c,r)}};t.addEventListener("pointermove",a);for(let c of["pointerup","pointercancel"])t.addEventListener(c,i)}function rl(t,e){if(e.button!==
0)return;let n=mr(t,e),o={...t.view},s=pr(t,e),r=e.shiftKey||e.pointerType==="touch";t.hideTip();let a=e.pointerType==="touch"&&setTimeout(()=>{t.dragging||t.pinching||
(r=!1,t.range={from:n,to:n,lanes:null,lane:null},t.redraw())},sl);wr(t.nodes.canvas,e,4,i=>{if(!t.pinching)if(t.dragging=!0,r){let c=(i.clientX-e.clientX)/t.width*
(o.to-o.from);t.setView(o.from-c,o.to-c)}else{let c=mr(t,i);t.range={from:Math.max(0,Math.min(n,c)),to:Math.min(t.model.duration,Math.max(n,c)),lanes:al(t,s,pr(
t,i)),lane:yr(t,s)[0]??null},t.redraw()}},(i,c)=>{t.dragging=!1,clearTimeout(a),!t.pinching&&(!c&&i.type==="pointerup"?il(t,i):c&&!r&&t.range&&t.selectRange(t.range.
from,t.range.to,t.range.lanes,t.range.lane))})}function pr(t,e){let n=e.clientY-t.nodes.canvas.getBoundingClientRect().top-t.layout.top;if(n<0||n>=t.layout.viewport)
return-1;let o=Pt(t.layout.lanes,n+t.scrollTop);return o<t.layout.lanes.length?o:-1}function yr(t,e){let n=t.layout.lanes[e]?.lane;return n?.kind==="group"?n.folded?
n.lanes:[]:n?[n]:[]}function al(t,e,n){if(e<0||n<0||e===n)return null;let o=[];for(let s=Math.min(e,n);s<=Math.max(e,n);s++)o.push(...yr(t,s));return o.length?o:
null}function kr(t,e){let n=t.nodes.canvas.getBoundingClientRect();return _n(t,e.clientX-n.left,e.clientY-n.top)}function il(t,e){let n=kr(t,e);n?.click?n.click():
n?.kind==="span"?t.select(n.lane,n.place):n?.kind==="mark"?t.selectMark(n):n?.kind==="arrow"?Ls(t,n.arrow):n?.kind==="band"?t.selectRange(n.band.start,n.band.end):
t.clear()}var cl=new Set(["span","mark","band","arrow"]);function ll(t,e){if(t.lastShare=fe(t,e),t.dragging)return;let n=kr(t,e);t.nodes.canvas.style.cursor=n?.
click||cl.has(n?.kind)?"pointer":"crosshair";let o=fn(t,n);if(!o)return t.hideTip();let{tip:s}=t.nodes;s.replaceChildren(o),s.hidden=!1;let r=s.offsetWidth,a=s.
offsetHeight;s.style.left=Math.max(4,e.clientX+16+r>innerWidth?e.clientX-r-12:e.clientX+16)+"px",s.style.top=Math.max(4,Math.min(e.clientY+16,innerHeight-a-6))+
"px"}function ul(t,e){let{map:n}=t.nodes,o=c=>{let l=n.getBoundingClientRect();return(c.clientX-l.left)/l.width*t.extent},s=o(e),r={...t.view},a=r.to-r.from,i=a<
t.extent&&s>=r.from&&s<=r.to;wr(n,e,3,c=>{let l=o(c);i?t.setView(r.from+l-s,r.to+l-s):t.setView(Math.min(l,s),Math.max(l,s))},(c,l)=>{!l&&!i&&t.setView(s-a/2,s+
a/2)})}var br={goToRow(t,e=null){e??=this.model.spans.start[t];let n=this.laneFor(t,e)||this.showLaneOf(t);if(!n)return;let o=D(this.model.spans,n,e,1/0);o>=0&&this.reach(
n,o)},laneFor(t,e){let{model:n,selected:o,layout:s}=this,r=new Map([...s.pinned,...s.lanes].map(({lane:i})=>[i.kind+i.key,i])),a=n.spans.state[t];for(let i of[o?.
lane.kind,"p","m","c","g"]){if(!i||i!=="g"&&a!==2&&a!==4)continue;let c=r.get(i+Re(n,t,i,e));if(c)return c}},showLaneOf(t){let e=this.model.spans.g[t],n=this.model.
laneOfG.get(e);if(n)return this.found&&!this.found.has(e)&&this.search(""),this.shown.g||this.switchLanes("g",!0),n},reach(t,e){this.select(t,e),this.bringIntoView(
t,t.rows[e])},bringIntoView(t,e){this.reveal(t);let{view:n}=this,{start:o,end:s}=this.model.spans,r=n.to-n.from;if(s[e]<n.from+r*.02||o[e]>n.to-r*.02){let a=s[e]-
o[e]>r?o[e]+r*.4:(o[e]+s[e])/2;this.setView(a-r/2,a+r/2)}},stepGoroutine(t){if(!this.selected)return this.step(0);let e=ct(this.model,this.selected.row),n=e?.lane.
rows[e.place+t];n!==void 0&&this.goToRow(n)},stepLane(t){if(!this.selected)return this.step(0);let{lane:e,row:n}=this.selected,{lanes:o}=this.layout,{spans:s}=this.
model,r=Math.max(s.start[n],Math.min(s.end[n]-1,this.laneTime??s.start[n]));for(let a=o.findIndex(i=>i.lane===e)+t;a>=0&&a<o.length;a+=t)if(o[a].lane.rows?.length){
this.reach(o[a].lane,D(s,o[a].lane,r,1/0)),this.laneTime=r;return}},stepEnd(t){let e=this.selected?.lane||this.layout.lanes.find(n=>n.lane.rows.length)?.lane;e&&
this.reach(e,t?e.rows.length-1:0)},markRange(t){if(!this.selected)return;let{start:e,end:n}=this.model.spans,{row:o}=this.selected;if(t==="from"){this.markedFrom=
e[o],this.say(`The selection begins at ${v(e[o],1e3)}.`);return}let s=this.markedFrom??e[o];this.selectRange(Math.min(s,e[o]),Math.max(s,n[o]))}};var dl=["scroll","inner","view","gutter","canvas","tip","panel","map","map-canvas","window","find","found","range","menu","said","text","group","order","active",
"hidden","arrow-note","undo","redo"],ml=150,At=class{windows;past;inTable;chart=null;map=null;lastShare=.5;dragging=!1;pinching=!1;arrowsDrawn=[];arrowsLeftOut=!1;chosenWakes=null;ids=null;matches=null;atMatch=-1;matched=null;laneTime=null;markedFrom=null;constructor(e,n,{
room:o=.56}={}){this.root=e,this.model=n,this.room=o,this.extent=n.duration,this.counts=yo(n),this.view={from:0,to:this.extent},this.shown=pl(n),this.usual={...this.
shown},this.colourBy="goroutine",this.arranged=as(),this.filter=null,this.found=null,this.here=null,this.selected=null,this.away=null,this.range=null,this.arrows=
{chain:!1,all:!1},this.scrollTop=0,this.redraws=0,this.lastRedrawMS=0,this.labelBudget=500,this.font=getComputedStyle(document.body).fontFamily,this.listeners={
view:[],draw:[],choice:[],settled:[]},this.nodes={legend:e.querySelector(".legend")};for(let s of dl)this.nodes[s]=e.querySelector(".tl-"+s);Pn(this),gr(this),rs(
this),er(this),new ResizeObserver(()=>this.canvasResized()).observe(this.nodes.canvas),addEventListener("resize",()=>this.relayout()),ot(this),this.relayout(),this.
on("view",()=>this.viewChanged())}viewChanged(){clearTimeout(this.viewTimer),this.arranged.active&&(this.viewTimer=setTimeout(()=>this.relayout(),ml))}on(e,n){this.
listeners[e].push(n)}tell(e,n){for(let o of this.listeners[e])o(n)}get mask(){return this.found&&this.filter.maskOf(this.model.part)}relayout(){this.layout=wn(this),
this.height=this.layout.height,this.resize()}resize(){let e=this.nodes;e.scroll.style.height=this.height+"px",e.inner.style.height=this.height+Math.max(0,this.layout.
total-this.layout.viewport)+"px",e.view.style.height=this.height+"px",e.gutter.style.width=yn(this)+"px",this.width=e.canvas.clientWidth,(this.chart.getWidth()!==
this.width||this.chart.getHeight()!==this.height)&&this.chart.resize(),this.map.getWidth()!==e["map-canvas"].clientWidth&&this.map.resize(),this.scrollTop=e.scroll.
scrollTop,this.gridChanged=!0,yt(this),this.redraw()}canvasResized(){Math.abs(this.nodes.canvas.clientWidth-this.width)>.5&&this.resize()}redraw(){this.pending||
(this.pending=requestAnimationFrame(()=>{this.pending=0,this.draw()}))}draw(){let e=performance.now();Xs(this),fr(this),Ys(this),Zs(this),this.tell("draw",this),
this.redraws++,this.lastRedrawMS=performance.now()-e}timeHere(){return this.view.from+this.lastShare*(this.view.to-this.view.from)}hideTip(){this.nodes.tip.hidden=
!0}themeChanged(){Pn(this),ot(this),this.relayout()}state(){let e=s=>s.lane.kind!=="group",{arranged:n,layout:o}=this;return{from:this.view.from,to:this.view.to,
duration:this.model.duration,lanes:Object.keys(this.shown).filter(s=>this.shown[s]).join(""),colour:this.colourBy,laneCount:o.lanes.filter(e).length+o.pinned.length,
visibleLanes:nt(this).filter(s=>e(o.lanes[s])).length+o.pinned.length,groups:o.groups.map(s=>({title:s.title,lanes:s.lanes.length,folded:s.folded})),group:n.group,
order:n.order,active:n.active,pins:n.pins,hidden:[...n.hidden],spans:this.model.spans.start.length,redraws:this.redraws,lastRedrawMS:this.lastRedrawMS,scrollTop:this.
scrollTop,found:this.found?this.found.size:null,matches:this.found?this.filter.count:null,here:this.here,said:this.nodes.found.textContent,search:this.nodes.find.
value,selected:this.selected?{g:this.model.gs.id[this.selected.g],row:this.selected.row,lane:R(this.model,this.selected.lane)}:null,range:this.range&&{from:this.
range.from,to:this.range.to,lanes:this.range.lanes?.map(s=>R(this.model,s))??null},arrows:this.arrowsDrawn.length,tip:this.nodes.tip.hidden?"":this.nodes.tip.textContent}}};
Object.assign(At.prototype,Js,lr,br,is,hr);function pl({lanes:t}){return t.p.length===0&&t.g.length>0?{p:!1,m:!1,g:!0,c:!1,t:!1}:{p:!0,m:!1,g:!1,c:t.c.length>0&&
t.c.length<=16,t:!1}}var Zn={};O(Zn,{all:()=>xr,near:()=>gl});var qe=new Map,Xn=globalThis.IntersectionObserver&&new IntersectionObserver(t=>{for(let e of t)e.isIntersecting&&Yn(e.target)},
{rootMargin:"500px 0px"});function Yn(t){let e=qe.get(t);qe.delete(t),Xn?.unobserve(t),e?.()}function gl(t,e){qe.set(t,e),Xn?Xn.observe(t):Yn(t)}function xr(){for(let t of[
...qe.keys()])Yn(t)}globalThis.addEventListener?.("beforeprint",xr);var wl={Timeline:At,link:ze,get current(){return Sn}};var Jn=[],Qn={timelines:null},vr=t=>JSON.stringify([t.shown,t.colourBy,t.arrows.chain,t.arrows.all,t.arranged.group,t.arranged.order,t.nodes.find.value]);function yl([
t,...e]){let n=new Map(e.map(s=>[s,s.search.bind(s)]));for(let s of e)s.nodes.find=t.nodes.find,s.search=r=>t.search(r);let o=vr(t);t.on("draw",()=>{let s=vr(t);
if(s!==o){o=s;for(let r of e){r.shown={...t.shown},r.colourBy=t.colourBy;for(let a of["chain","all"])r.arrows[a]=t.arrows[a];for(let a of["group","order"])r.arranged[a]=
t.arranged[a];n.get(r)(t.nodes.find.value)}}})}function kl([t,...e]){us(t),t.past=new Pe(t);for(let n of e)n.past=t.past}function bl([t,...e]){t.root.classList.
add("leads"),t.root.querySelector(".side-head").after(h("div",{class:"toolbar own"},t.nodes.legend));for(let n of e)n.root.classList.add("follows")}var Mr=t=>w(
Math.pow(10,t)).replace(/(\d)\.0+ /,"$1 ");function xl(t,e){let n=t.charts[e],o=B("chart-"+e),s=n.series||[],r=s.flatMap(u=>(u.data||[]).map(f=>f.value[0]));if(B(
"empty-"+e).hidden=r.length>0,o.hidden=r.length===0,!r.length)return;o.style.height="260px";let a=echarts.init(o,_t(),{renderer:"canvas"}),i=Math.min(...s.flatMap(
u=>(u.data||[]).map(f=>f.value[1]))),c=s.map((u,f)=>K(f)),l=["solid","dashed","dotted",[8,3,2,3]];a.setOption(n),a.setOption({color:c,grid:{left:56,right:24,top:32,
bottom:28,outerBoundsMode:"none"},legend:{show:!0,left:52,top:0,itemWidth:26,itemHeight:8,textStyle:{color:k().text}},xAxis:[{min:Math.floor(Math.min(...r)),max:Math.
ceil(Math.max(...r)+1e-9),axisLabel:{formatter:Mr}}],yAxis:[{min:Math.pow(10,Math.floor(Math.log10(i))),max:1,axisLabel:{formatter:u=>u>=.01?V(u):Number(u*100).
toPrecision(1)+"%"}}],series:s.map((u,f)=>({lineStyle:{width:2,color:c[f],type:l[f%l.length]},itemStyle:{color:c[f]}})),tooltip:{confine:!0,transitionDuration:0,
padding:0,borderWidth:0,className:"tip",backgroundColor:"transparent",extraCssText:"box-shadow:none",axisPointer:{type:"line",lineStyle:{color:k().muted}},formatter:u=>h(
"div",{},h("div",{class:"who"},h("b",{},Mr(u[0].axisValue)+" or longer")),N(u.map(f=>[f.seriesName,V(f.value[1])])))}}),Jn.push(a)}function $r(t){for(let e of Jn.
splice(0))e.dispose();for(let e of["latency","slices"])xl(t,e)}async function vl(){Ps(echarts);let{page:t}=await Ue(B("data").textContent),e=[...B("timelines").
querySelectorAll(":scope > .timeline")],n=Math.max(.34,.8/e.length),o=[];for(let[s,r]of e.entries()){let a=cn(await Ue(B("data-"+s).textContent));o.push(new At(
r,a,{room:n}))}fs(o[0]),ze(o),yl(o),bl(o),kl(o),ms(o),fo(o),$r(t),nr(),addEventListener("resize",()=>Jn.forEach(s=>s.resize())),Ye(()=>{for(let s of o)s.themeChanged();
$r(t)}),Qn.timelines=o,document.body.dataset.ready="yes"}var Ml=()=>Qn.timelines?.map(t=>t.state())??null;vl().catch(t=>to("The timelines",t));return Cr($l);})();
