var schedviz=(()=>{var g=Object.defineProperty;var U=Object.getOwnPropertyDescriptor;var D=Object.getOwnPropertyNames;var $=Object.prototype.hasOwnProperty;var j=(e,t)=>{for(var n in t)g(e,n,{get:t[n],enumerable:!0})},P=(e,t,n,o)=>{if(t&&typeof t=="object"||typeof t=="function")for(let a of D(t))!$.call(e,a)&&a!==n&&
g(e,a,{get:()=>t[a],enumerable:!(o=U(t,a))||o.enumerable});return e};var J=e=>P(g({},"__esModule",{value:!0}),e);var he={};j(he,{sweep:()=>G});var K={f64:Float64Array,i32:Int32Array,u8:Uint8Array};function R(e){if(Uint8Array.fromBase64)return Uint8Array.fromBase64(e);let t=atob(e),n=new Uint8Array(t.length);
for(let o=0;o<t.length;o++)n[o]=t.charCodeAt(o);return n}async function V(e){let t=new Blob([e]).stream().pipeThrough(new DecompressionStream("gzip"));return new Uint8Array(
await new Response(t).arrayBuffer())}function Z(e,t,n,o){let a=t,r=0;for(let s=0;s<n.length;s++){let c=e[a++],i=c&127;for(let d=128;c>127;d*=128)c=e[a++],i+=(c&
127)*d;let l=i%2===0?i/2:-(i+1)/2;n[s]=r=o?r+l:l}return n}function _(e){let t=String.fromCharCode(...e.subarray(0,4));if(t!=="SVZ1")throw new Error("the page’s \
data are damaged: they begin with "+JSON.stringify(t));let n=new DataView(e.buffer,e.byteOffset).getUint32(4,!0),o=JSON.parse(new TextDecoder().decode(e.subarray(
8,8+n))),a={};for(let r of o.columns)a[r.name]=Z(e,8+n+r.offset,new K[r.type](r.count),r.delta);return{page:o.page,strings:o.strings,cols:a}}var H=async e=>_(await V(
e)),k=e=>H(R(e.trim()));function f(e,t,...n){let o=document.createElement(e);for(let[a,r]of Object.entries(t||{}))a==="class"?o.className=r:a.startsWith("on")?o.addEventListener(a.slice(
2),r):a.startsWith("aria-")||a==="role"?o.setAttribute(a,r):a==="style"?Object.assign(o.style,r):o[a]=r;return o.append(...n.flat().filter(a=>a!=null&&a!==!1)),
o}var b=e=>document.getElementById(e);function S(e,t){let n=b("failure");throw n.textContent=`${e} could not be drawn: ${t&&t.message?t.message:t}`,n.hidden=!1,t}var Q=[["s",1e9],["ms",1e6],["µs",1e3]];function X(e){return e.toFixed(Math.max(0,2-Math.floor(Math.log10(Math.max(e,1)*1.0005))))}function y(e){if(e<0)return"−"+y(-e);for(let[t,n]of Q)if(e>=.9995*n)
return X(e/n)+" "+t;return Math.round(e)+" ns"}var x=e=>String(Math.round(e)).replace(/\B(?=(\d{3})+(?!\d))/g,",");function M(e){return e>0&&e<.01?"<1%":e<1&&e>.99?">99%":Math.round(e*100)+"%"}var v=(e,t)=>x(e)+" "+t+(e===1?"":"s");var ee={light:["#4457c8","#c87816","#1b9488","#c4457c","#7f899b","#808c14","#7b5cc4","#d2603f","#3580c8","#8a6a2c","#2b9455","#ab78c6"],dark:["#7385f0","#e8a04a",
"#35b8a8","#dc6a9a","#98a2b4","#b4c04a","#9b80e0","#e07a5c","#5ca8ee","#b08d4a","#4cb878","#caa2de"]};var te={async:{light:"#c81e2b",dark:"#ff6b70",short:"async",label:"async preemption",glyph:"▼"},cooperative:{light:"#1f5fc8",dark:"#7ab0ff",short:"cooperative",
label:"cooperative preemption",glyph:"△"},stw:{light:"#e0161c",dark:"#ff5a5f",short:"for STW",label:"stopped for a stop-the-world",glyph:"■"},suspend:{light:"\
#7a3fc0",dark:"#b48af0",short:"stack scan",label:"suspended for a stack scan",glyph:"●"},gosched:{light:"#0f8277",dark:"#4fd0c0",short:"Gosched",label:"yielde\
d (Gosched)",glyph:"◇"},mutex_handoff:{light:"#a86500",dark:"#e0a950",short:"mutex handoff",label:"mutex handoff",glyph:"▷"},unknown:{light:"#69727f",dark:"\
#a0a8b4",short:"unknown",label:"preempted, kind unknown",glyph:"✕"}},A={light:{text:"#1b2430",muted:"#667085",line:"#e4e7ec",track:"#f3f5f8",panel:"#ffffff",dim:"\
#dfe3e9",gc:"#9b6bd3",stw:"#e0161c",accent:"#3355cc",led:"#3355cc",caused:"#a3420f",ramp:["#f3f5f8","#3355cc"]},dark:{text:"#e6e9ee",muted:"#98a2b3",line:"#2b32\
3d",track:"#1c222b",panel:"#14181f",dim:"#333b47",gc:"#b48af0",stw:"#ff5a5f",accent:"#8ea6ff",led:"#8ea6ff",caused:"#ffb27a",ramp:["#1c222b","#8ea6ff"]}},h=globalThis.
matchMedia?matchMedia("(prefers-color-scheme: dark)"):{matches:!1},z=null,C=h.matches?"dark":"light";h.addEventListener?.("change",()=>{C=h.matches?"dark":"ligh\
t"});var u=()=>z||C,E=[],L=()=>E.forEach(e=>e());h.addEventListener?.("change",L);function w(e){let t=u();z=e,u()!==t&&L()}var O=e=>ee[u()][(e%12+12)%12];function B(){let e=A[u()],t={axisLine:{lineStyle:{color:e.line}},axisTick:{lineStyle:{color:e.line}},axisLabel:{color:e.muted,fontSize:11},splitLine:{lineStyle:{
color:e.line}}};return{backgroundColor:"transparent",textStyle:{fontFamily:getComputedStyle(document.body).fontFamily,color:e.text},categoryAxis:t,valueAxis:t,logAxis:t}}var be=Object.keys(te),m=()=>A[u()],I=e=>E.push(e);function ne(e){document.documentElement.classList.add("printing"),w("light"),q(e);for(let t of document.querySelectorAll(".chart"))oe([...t.querySelectorAll("ca\
nvas")])}function oe(e){let t=e.pop();if(!e.length)return;let n=t.getContext("2d");n.save(),n.setTransform(1,0,0,1,0,0),n.globalCompositeOperation="destination-\
over";for(let o of e.reverse())n.drawImage(o,0,0);n.restore()}function ae(e){document.documentElement.classList.remove("printing"),w(null),q(e)}function q(e){for(let t of e)
t.relayout(),t.draw();for(let t of document.querySelectorAll(".chart")){let n=echarts.getInstanceByDom(t);n?.resize(),n?.getZr().flush()}for(let t of document.querySelectorAll(
".virtual-box"))t.dispatchEvent(new Event("scroll"));for(let t of document.querySelectorAll(".list"))t.list?.draw()}function N(e){addEventListener("beforeprint",()=>ne(e)),addEventListener("afterprint",()=>ae(e))}var se=["solid","dashed","dotted",[8,3,2,3]],ce=["circle","rect","triangle","diamond"],p=[],G={page:null,drawn:p},W={ns:e=>y(e),share:e=>M(e),count:e=>e<10&&e!==
Math.trunc(e)?e.toFixed(1):x(e),times:e=>e.toFixed(2)+"×"};function ie(e,t){let[n,o]=t.coord([t.value(0),t.value(1)]),[,a]=t.coord([t.value(0),t.value(2)]),r={
stroke:t.visual("color"),lineWidth:1.5},s=(c,i,l,d)=>({type:"line",shape:{x1:c,y1:i,x2:l,y2:d},style:r});return{type:"group",children:[s(n,o,n,a),s(n-4,o,n+4,o),
s(n-4,a,n+4,a)]}}function le(e,t){let{muted:n}=m();return t.map(o=>{if(o.name==="ideal"||o.name==="possible")return{name:o.name==="ideal"?"ideal":`on ${v(e.cores,
"core")}`,symbol:"none",silent:!0,z:1,lineStyle:{color:n,type:o.name==="ideal"?"dashed":"dotted",width:1.5},itemStyle:{color:n}};let a=Number(o.name.split(" ")[1]),
r=O(a),s=e.series[a]||"measured";return o.type==="custom"?{name:s,itemStyle:{color:r},silent:!0,z:2}:{name:s,symbol:ce[a%4],itemStyle:{color:r},lineStyle:{color:r,
width:2,type:se[a%4]},cursor:"pointer",z:3}})}function de(e,t,{seriesName:n,value:o,seriesIndex:a}){let r=W[t.unit],s=(e.charts[t.id].series.find(i=>i.name==="r\
ange "+a)?.data||[]).find(i=>i.value[0]===o[0]),c=[["median",r(o[1])]];return s&&c.push(["error bar",r(s.value[1])+" to "+r(s.value[2])]),c.push(["runs",String(
e.runs[a][o[0]])]),f("div",{},f("div",{class:"who"},f("b",{},e.axis+" "+e.ticks[o[0]]+(e.series[a]?", "+n:""))),f("dl",{class:"facts"},...c.flatMap(([i,l])=>[f(
"dt",{},i),f("dd",{},l)])))}function fe(e,t){let n=document.querySelector(`[data-chart="${t.id}"]`),o=e.charts[t.id];n.style.height="240px";let a=echarts.init(n,
B(),{renderer:"canvas"}),r=W[t.unit],s=e.series.length>1||t.id==="speed_up";a.setOption(o),a.setOption({grid:{left:64,right:24,top:s?34:12,bottom:44,outerBoundsMode:"\
none"},legend:{show:s,top:0,left:60,type:"scroll",itemWidth:26,itemHeight:8,textStyle:{color:m().text}},xAxis:[{name:e.axis,nameLocation:"middle",nameGap:26,nameTextStyle:{
color:m().muted},axisLabel:{formatter:c=>e.ticks[c]??""},boundaryGap:!0}],yAxis:[{axisLabel:{formatter:r},splitNumber:4}],series:le(e,o.series),tooltip:{confine:!0,
transitionDuration:0,padding:0,borderWidth:0,className:"tip",backgroundColor:"transparent",extraCssText:"box-shadow:none",formatter:c=>c.seriesType==="line"?de(
e,t,c):""}}),a.on("click",({seriesType:c,seriesIndex:i,value:l})=>{let d=c==="line"&&e.links[i]?.[l[0]];d&&(location.href=d)}),p.push(a)}function F(e){for(let t of p.
splice(0))t.dispose();for(let t of e.panels)fe(e,t)}async function ue(){echarts.registerCustomSeries("schedviz.range",ie);let{page:e}=await k(b("data").textContent);
F(e),addEventListener("resize",()=>p.forEach(t=>t.resize())),I(()=>F(e)),N([]),G.page=e,document.body.dataset.ready="yes"}ue().catch(e=>S("The charts",e));return J(he);})();
