var schedviz=(()=>{var g=Object.defineProperty;var G=Object.getOwnPropertyDescriptor;var $=Object.getOwnPropertyNames;var j=Object.prototype.hasOwnProperty;var P=(t,e)=>{for(var n in e)g(t,n,{get:e[n],enumerable:!0})},J=(t,e,n,o)=>{if(e&&typeof e=="object"||typeof e=="function")for(let r of $(e))!j.call(t,r)&&r!==n&&
g(t,r,{get:()=>e[r],enumerable:!(o=G(e,r))||o.enumerable});return t};var K=t=>J(g({},"__esModule",{value:!0}),t);var gt={};P(gt,{sweep:()=>W});var R={f64:Float64Array,i32:Int32Array,u8:Uint8Array};function V(t){if(Uint8Array.fromBase64)return Uint8Array.fromBase64(t);let e=atob(t),n=new Uint8Array(e.length);
for(let o=0;o<e.length;o++)n[o]=e.charCodeAt(o);return n}async function Z(t){let e=new Blob([t]).stream().pipeThrough(new DecompressionStream("gzip"));return new Uint8Array(
await new Response(e).arrayBuffer())}function _(t,e,n,o){let r=e,a=0;for(let s=0;s<n.length;s++){let c=t[r++],i=c&127;for(let d=128;c>127;d*=128)c=t[r++],i+=(c&
127)*d;let l=i%2===0?i/2:-(i+1)/2;n[s]=a=o?a+l:l}return n}function H(t){let e=String.fromCharCode(...t.subarray(0,4));if(e!=="SVZ1")throw new Error("the page’s \
data is damaged: it begins with "+JSON.stringify(e));let n=new DataView(t.buffer,t.byteOffset).getUint32(4,!0),o=JSON.parse(new TextDecoder().decode(t.subarray(
8,8+n))),r={};for(let a of o.columns)r[a.name]=_(t,8+n+a.offset,new R[a.type](a.count),a.delta);return{page:o.page,strings:o.strings,cols:r}}var Q=async t=>H(await Z(
t)),k=t=>Q(V(t.trim()));function f(t,e,...n){let o=document.createElement(t);for(let[r,a]of Object.entries(e||{}))r==="class"?o.className=a:r.startsWith("on")?o.addEventListener(r.slice(
2),a):r.startsWith("aria-")||r==="role"?o.setAttribute(r,a):r==="style"?Object.assign(o.style,a):o[r]=a;return o.append(...n.flat().filter(r=>r!=null&&r!==!1)),
o}var b=t=>document.getElementById(t);function M(t,e){let n=b("failure");throw n.textContent=`${t} could not be drawn: ${e&&e.message?e.message:e}`,n.hidden=!1,e}var X=[["s",1e9],["ms",1e6],["µs",1e3]];function S(t,e){let n=10**e,o=Math.floor(t*n);return t*n-o===.5&&Number.isInteger(t*2**(e+1))?((o+o%2)/n).toFixed(e):t.toFixed(e)}function Y(t){return S(t,Math.
max(0,2-Math.floor(Math.log10(Math.max(t,1)*1.0005))))}function y(t){if(t<0)return"-"+y(-t);for(let[e,n]of X)if(t>=.9995*n)return Y(t/n)+" "+e;return Math.round(
t)+" ns"}var x=t=>String(Math.round(t)).replace(/\B(?=(\d{3})+(?!\d))/g,",");function v(t){return t>0&&t<.01?"<1%":t<1&&t>.99?">99%":S(t*100,0)+"%"}var A=(t,e)=>x(t)+" "+e+(t===1?"":"s");var nt={light:["#4457c8","#c87816","#1b9488","#c4457c","#7f899b","#808c14","#7b5cc4","#d2603f","#3580c8","#8a6a2c","#2b9455","#ab78c6"],dark:["#7385f0","#e8a04a",
"#35b8a8","#dc6a9a","#98a2b4","#b4c04a","#9b80e0","#e07a5c","#5ca8ee","#b08d4a","#4cb878","#caa2de"]};var ot=[{name:"runtime",light:"#868e9b",dark:"#6b7380",dash:[2,8]},{name:"chan receive",light:"#cc6836",dark:"#dd8a5e",dash:[8,3]},{name:"chan send",light:"#b85\
02e",dark:"#c96a48",dash:[4,3]},{name:"select",light:"#b07a18",dark:"#e0ac58",dash:[10,3,2,3]},{name:"sync",light:"#cc4b4b",dark:"#dc6a6a",dash:[]},{name:"sleep",
light:"#a97c54",dark:"#b58e6c",dash:[2,4]},{name:"network",light:"#c8667d",dark:"#d98fa0",dash:[16,4]},{name:"other",light:"#c96d3c",dark:"#d98a60",dash:[10,2,3,
2,3,2]}],rt={async:{light:"#c81e2b",dark:"#ff6b70",glyph:"▼"},cooperative:{light:"#1f5fc8",dark:"#7ab0ff",glyph:"△"},stw:{light:"#e0161c",dark:"#ff5a5f",glyph:"\
■"},suspend:{light:"#7a3fc0",dark:"#b48af0",glyph:"●"},gosched:{light:"#0f8277",dark:"#4fd0c0",glyph:"◇"},mutex_handoff:{light:"#a86500",dark:"#e0a950",glyph:"\
▷"},unknown:{light:"#69727f",dark:"#a0a8b4",glyph:"✕"}},z={light:{text:"#1b2430",muted:"#667085",line:"#e4e7ec",track:"#f3f5f8",panel:"#ffffff",dim:"#dfe3e9",
gc:"#9b6bd3",stw:"#e0161c",accent:"#3355cc",led:"#3355cc",caused:"#a3420f",ramp:["#f3f5f8","#3355cc"]},dark:{text:"#e6e9ee",muted:"#98a2b3",line:"#2b323d",track:"\
#1c222b",panel:"#14181f",dim:"#333b47",gc:"#b48af0",stw:"#ff5a5f",accent:"#8ea6ff",led:"#8ea6ff",caused:"#ffb27a",ramp:["#1c222b","#8ea6ff"]}},m=globalThis.matchMedia?
matchMedia("(prefers-color-scheme: dark)"):{matches:!1},E=null,L=m.matches?"dark":"light";m.addEventListener?.("change",()=>{L=m.matches?"dark":"light"});var u=()=>E||
L,C=[],O=()=>C.forEach(t=>t());m.addEventListener?.("change",O);function w(t){let e=u();E=t,u()!==e&&O()}var B=t=>nt[u()][(t%12+12)%12],St=new Map(ot.map(t=>[t.
name,t]));function I(){let t=z[u()],e={axisLine:{lineStyle:{color:t.line}},axisTick:{lineStyle:{color:t.line}},axisLabel:{color:t.muted,fontSize:11},splitLine:{lineStyle:{
color:t.line}}};return{backgroundColor:"transparent",textStyle:{fontFamily:getComputedStyle(document.body).fontFamily,color:t.text},categoryAxis:e,valueAxis:e,logAxis:e}}var vt=Object.keys(rt),h=()=>z[u()],T=t=>C.push(t);function at(t){document.documentElement.classList.add("printing"),w("light"),q(t);for(let e of document.querySelectorAll(".chart"))st([...e.querySelectorAll("ca\
nvas")])}function st(t){let e=t.pop();if(!t.length)return;let n=e.getContext("2d");n.save(),n.setTransform(1,0,0,1,0,0),n.globalCompositeOperation="destination-\
over";for(let o of t.reverse())n.drawImage(o,0,0);n.restore()}function ct(t){document.documentElement.classList.remove("printing"),w(null),q(t)}function q(t){for(let e of t)
e.relayout(),e.draw();for(let e of document.querySelectorAll(".chart")){let n=echarts.getInstanceByDom(e);n?.resize(),n?.getZr().flush()}for(let e of document.querySelectorAll(
".virtual-box"))e.dispatchEvent(new Event("scroll"));for(let e of document.querySelectorAll(".list"))e.list?.draw()}function F(t){addEventListener("beforeprint",()=>at(t)),addEventListener("afterprint",()=>ct(t))}var lt=["solid","dashed","dotted",[8,3,2,3]],dt=["circle","rect","triangle","diamond"],p=[],W={page:null,drawn:p},D={ns:t=>y(t),share:t=>v(t),count:t=>t<10&&t!==
Math.trunc(t)?t.toFixed(1):x(t),times:t=>t.toFixed(2)+"×"};function ft(t,e){let[n,o]=e.coord([e.value(0),e.value(1)]),[,r]=e.coord([e.value(0),e.value(2)]),a={
stroke:e.visual("color"),lineWidth:1.5},s=(c,i,l,d)=>({type:"line",shape:{x1:c,y1:i,x2:l,y2:d},style:a});return{type:"group",children:[s(n,o,n,r),s(n-4,o,n+4,o),
s(n-4,r,n+4,r)]}}function ut(t,e){let{muted:n}=h();return e.map(o=>{if(o.name==="ideal"||o.name==="possible")return{name:o.name==="ideal"?"ideal":`on ${A(t.cores,
"core")}`,symbol:"none",silent:!0,z:1,lineStyle:{color:n,type:o.name==="ideal"?"dashed":"dotted",width:1.5},itemStyle:{color:n}};let r=Number(o.name.split(" ")[1]),
a=B(r),s=t.series[r]||"measured";return o.type==="custom"?{name:s,itemStyle:{color:a},silent:!0,z:2}:{name:s,symbol:dt[r%4],itemStyle:{color:a},lineStyle:{color:a,
width:2,type:lt[r%4]},cursor:"pointer",z:3}})}function mt(t,e,{seriesName:n,value:o,seriesIndex:r}){let a=D[e.unit],s=(t.charts[e.id].series.find(i=>i.name==="r\
ange "+r)?.data||[]).find(i=>i.value[0]===o[0]),c=[["median",a(o[1])]];return s&&c.push(["error bar",a(s.value[1])+" to "+a(s.value[2])]),c.push(["runs",String(
t.runs[r][o[0]])]),f("div",{},f("div",{class:"who"},f("b",{},t.axis+" "+t.ticks[o[0]]+(t.series[r]?", "+n:""))),f("dl",{class:"facts"},...c.flatMap(([i,l])=>[f(
"dt",{},i),f("dd",{},l)])))}function ht(t,e){let n=document.querySelector(`[data-chart="${e.id}"]`),o=t.charts[e.id];n.style.height="240px";let r=echarts.init(n,
I(),{renderer:"canvas"}),a=D[e.unit],s=t.series.length>1||e.id==="speed_up";r.setOption(o),r.setOption({grid:{left:64,right:24,top:s?34:12,bottom:44,outerBoundsMode:"\
none"},legend:{show:s,top:0,left:60,type:"scroll",itemWidth:26,itemHeight:8,textStyle:{color:h().text}},xAxis:[{name:t.axis,nameLocation:"middle",nameGap:26,nameTextStyle:{
color:h().muted},axisLabel:{formatter:c=>t.ticks[c]??""},boundaryGap:!0}],yAxis:[{axisLabel:{formatter:a},splitNumber:4}],series:ut(t,o.series),tooltip:{confine:!0,
transitionDuration:0,padding:0,borderWidth:0,className:"tip",backgroundColor:"transparent",extraCssText:"box-shadow:none",formatter:c=>c.seriesType==="line"?mt(
t,e,c):""}}),r.on("click",({seriesType:c,seriesIndex:i,value:l})=>{let d=c==="line"&&t.links[i]?.[l[0]];d&&(location.href=d)}),p.push(r)}function U(t){for(let e of p.
splice(0))e.dispose();for(let e of t.panels)ht(t,e)}async function pt(){echarts.registerCustomSeries("schedviz.range",ft);let{page:t}=await k(b("data").textContent);
U(t),addEventListener("resize",()=>p.forEach(e=>e.resize())),T(()=>U(t)),F([]),W.page=t,document.body.dataset.ready="yes"}pt().catch(t=>M("The charts",t));return K(gt);})();
