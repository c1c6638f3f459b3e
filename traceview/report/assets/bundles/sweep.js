var schedviz=(()=>{var g=Object.defineProperty;var G=Object.getOwnPropertyDescriptor;var $=Object.getOwnPropertyNames;var j=Object.prototype.hasOwnProperty;var P=(e,t)=>{for(var n in t)g(e,n,{get:t[n],enumerable:!0})},J=(e,t,n,o)=>{if(t&&typeof t=="object"||typeof t=="function")for(let r of $(t))!j.call(e,r)&&r!==n&&
g(e,r,{get:()=>t[r],enumerable:!(o=G(t,r))||o.enumerable});return e};var K=e=>J(g({},"__esModule",{value:!0}),e);var ge={};P(ge,{sweep:()=>W});var R={f64:Float64Array,i32:Int32Array,u8:Uint8Array};function V(e){if(Uint8Array.fromBase64)return Uint8Array.fromBase64(e);let t=atob(e),n=new Uint8Array(t.length);
for(let o=0;o<t.length;o++)n[o]=t.charCodeAt(o);return n}async function Z(e){let t=new Blob([e]).stream().pipeThrough(new DecompressionStream("gzip"));return new Uint8Array(
await new Response(t).arrayBuffer())}function _(e,t,n,o){let r=t,a=0;for(let s=0;s<n.length;s++){let c=e[r++],i=c&127;for(let d=128;c>127;d*=128)c=e[r++],i+=(c&
127)*d;let l=i%2===0?i/2:-(i+1)/2;n[s]=a=o?a+l:l}return n}function H(e){let t=String.fromCharCode(...e.subarray(0,4));if(t!=="SVZ1")throw new Error("the page’s \
data is damaged: it begins with "+JSON.stringify(t));let n=new DataView(e.buffer,e.byteOffset).getUint32(4,!0),o=JSON.parse(new TextDecoder().decode(e.subarray(
8,8+n))),r={};for(let a of o.columns)r[a.name]=_(e,8+n+a.offset,new R[a.type](a.count),a.delta);return{page:o.page,strings:o.strings,cols:r}}var Q=async e=>H(await Z(
e)),k=e=>Q(V(e.trim()));function f(e,t,...n){let o=document.createElement(e);for(let[r,a]of Object.entries(t||{}))r==="class"?o.className=a:r.startsWith("on")?o.addEventListener(r.slice(
2),a):r.startsWith("aria-")||r==="role"?o.setAttribute(r,a):r==="style"?Object.assign(o.style,a):o[r]=a;return o.append(...n.flat().filter(r=>r!=null&&r!==!1)),
o}var b=e=>document.getElementById(e);function M(e,t){let n=b("failure");throw n.textContent=`${e} could not be drawn: ${t&&t.message?t.message:t}`,n.hidden=!1,t}var X=[["s",1e9],["ms",1e6],["µs",1e3]];function S(e,t){let n=10**t,o=Math.floor(e*n);return e*n-o===.5&&Number.isInteger(e*2**(t+1))?((o+o%2)/n).toFixed(t):e.toFixed(t)}function Y(e){return S(e,Math.
max(0,2-Math.floor(Math.log10(Math.max(e,1)*1.0005))))}function y(e){if(e<0)return"-"+y(-e);for(let[t,n]of X)if(e>=.9995*n)return Y(e/n)+" "+t;return Math.round(
e)+" ns"}var w=e=>String(Math.round(e)).replace(/\B(?=(\d{3})+(?!\d))/g,",");function v(e){return e>0&&e<.01?"<1%":e<1&&e>.99?">99%":S(e*100,0)+"%"}var A=(e,t)=>w(e)+" "+t+(e===1?"":"s");var ne={light:["#4457c8","#c87816","#1b9488","#c4457c","#7f899b","#808c14","#7b5cc4","#d2603f","#3580c8","#8a6a2c","#2b9455","#ab78c6"],dark:["#7385f0","#e8a04a",
"#35b8a8","#dc6a9a","#98a2b4","#b4c04a","#9b80e0","#e07a5c","#5ca8ee","#b08d4a","#4cb878","#caa2de"]};var oe=[{name:"runtime",light:"#868e9b",dark:"#6b7380",dash:[2,8]},{name:"chan receive",light:"#cc6836",dark:"#dd8a5e",dash:[8,3]},{name:"chan send",light:"#b85\
02e",dark:"#c96a48",dash:[4,3]},{name:"select",light:"#b07a18",dark:"#e0ac58",dash:[10,3,2,3]},{name:"sync",light:"#cc4b4b",dark:"#dc6a6a",dash:[]},{name:"sleep",
light:"#a97c54",dark:"#b58e6c",dash:[2,4]},{name:"network",light:"#c8667d",dark:"#d98fa0",dash:[16,4]},{name:"other",light:"#c96d3c",dark:"#d98a60",dash:[10,2,3,
2,3,2]}],re={async:{light:"#c81e2b",dark:"#ff6b70",glyph:"▼"},cooperative:{light:"#1f5fc8",dark:"#7ab0ff",glyph:"△"},stw:{light:"#e0161c",dark:"#ff5a5f",glyph:"\
■"},suspend:{light:"#7a3fc0",dark:"#b48af0",glyph:"●"},gosched:{light:"#0f8277",dark:"#4fd0c0",glyph:"◇"},mutex_handoff:{light:"#a86500",dark:"#e0a950",glyph:"\
▷"},unknown:{light:"#69727f",dark:"#a0a8b4",glyph:"✕"}},z={light:{text:"#1b2430",muted:"#667085",line:"#e4e7ec",track:"#f3f5f8",panel:"#ffffff",dim:"#dfe3e9",
gc:"#9b6bd3",stw:"#e0161c",accent:"#3355cc",led:"#3355cc",caused:"#a3420f",ramp:["#f3f5f8","#3355cc"]},dark:{text:"#e6e9ee",muted:"#98a2b3",line:"#2b323d",track:"\
#1c222b",panel:"#14181f",dim:"#333b47",gc:"#b48af0",stw:"#ff5a5f",accent:"#8ea6ff",led:"#8ea6ff",caused:"#ffb27a",ramp:["#1c222b","#8ea6ff"]}},m=globalThis.matchMedia?
matchMedia("(prefers-color-scheme: dark)"):{matches:!1},E=null,L=m.matches?"dark":"light";m.addEventListener?.("change",()=>{L=m.matches?"dark":"light"});var u=()=>E||
L,C=[],O=()=>C.forEach(e=>e());m.addEventListener?.("change",O);function x(e){let t=u();E=e,u()!==t&&O()}var B=e=>ne[u()][(e%12+12)%12],Se=new Map(oe.map(e=>[e.
name,e]));function I(){let e=z[u()],t={axisLine:{lineStyle:{color:e.line}},axisTick:{lineStyle:{color:e.line}},axisLabel:{color:e.muted,fontSize:11},splitLine:{lineStyle:{
color:e.line}}};return{backgroundColor:"transparent",textStyle:{fontFamily:getComputedStyle(document.body).fontFamily,color:e.text},categoryAxis:t,valueAxis:t,logAxis:t}}var ve=Object.keys(re),h=()=>z[u()],T=e=>C.push(e);function ae(e){document.documentElement.classList.add("printing"),x("light"),q(e);for(let t of document.querySelectorAll(".chart"))se([...t.querySelectorAll("ca\
nvas")])}function se(e){let t=e.pop();if(!e.length)return;let n=t.getContext("2d");n.save(),n.setTransform(1,0,0,1,0,0),n.globalCompositeOperation="destination-\
over";for(let o of e.reverse())n.drawImage(o,0,0);n.restore()}function ce(e){document.documentElement.classList.remove("printing"),x(null),q(e)}function q(e){for(let t of e)
t.relayout(),t.draw();for(let t of document.querySelectorAll(".chart")){let n=echarts.getInstanceByDom(t);n?.resize(),n?.getZr().flush()}for(let t of document.querySelectorAll(
".virtual-box"))t.dispatchEvent(new Event("scroll"));for(let t of document.querySelectorAll(".list"))t.list?.draw()}function F(e){addEventListener("beforeprint",()=>ae(e)),addEventListener("afterprint",()=>ce(e))}var le=["solid","dashed","dotted",[8,3,2,3]],de=["circle","rect","triangle","diamond"],p=[],W={page:null,drawn:p},D={ns:e=>y(e),share:e=>v(e),count:e=>e<10&&e!==
Math.trunc(e)?e.toFixed(1):w(e),times:e=>e.toFixed(2)+"×"};function fe(e,t){let[n,o]=t.coord([t.value(0),t.value(1)]),[,r]=t.coord([t.value(0),t.value(2)]),a={
stroke:t.visual("color"),lineWidth:1.5},s=(c,i,l,d)=>({type:"line",shape:{x1:c,y1:i,x2:l,y2:d},style:a});return{type:"group",children:[s(n,o,n,r),s(n-4,o,n+4,o),
s(n-4,r,n+4,r)]}}function ue(e,t){let{muted:n}=h();return t.map(o=>{if(o.name==="ideal"||o.name==="possible")return{name:o.name==="ideal"?"ideal":`on ${A(e.cores,
"core")}`,symbol:"none",silent:!0,z:1,lineStyle:{color:n,type:o.name==="ideal"?"dashed":"dotted",width:1.5},itemStyle:{color:n}};let r=Number(o.name.split(" ")[1]),
a=B(r),s=e.series[r]||"measured";return o.type==="custom"?{name:s,itemStyle:{color:a},silent:!0,z:2}:{name:s,symbol:de[r%4],itemStyle:{color:a},lineStyle:{color:a,
width:2,type:le[r%4]},cursor:"pointer",z:3}})}function me(e,t,{seriesName:n,value:o,seriesIndex:r}){let a=D[t.unit],s=(e.charts[t.id].series.find(i=>i.name==="r\
ange "+r)?.data||[]).find(i=>i.value[0]===o[0]),c=[["median",a(o[1])]];return s&&c.push(["error bar",a(s.value[1])+" to "+a(s.value[2])]),c.push(["runs",String(
e.runs[r][o[0]])]),f("div",{},f("div",{class:"who"},f("b",{},e.axis+" "+e.ticks[o[0]]+(e.series[r]?", "+n:""))),f("dl",{class:"facts"},...c.flatMap(([i,l])=>[f(
"dt",{},i),f("dd",{},l)])))}function he(e,t){let n=document.querySelector(`[data-chart="${t.id}"]`),o=e.charts[t.id];n.style.height="240px";let r=echarts.init(n,
I(),{renderer:"canvas"}),a=D[t.unit],s=e.series.length>1||t.id==="speed_up";r.setOption(o),r.setOption({grid:{left:64,right:24,top:s?34:12,bottom:44,outerBoundsMode:"\
none"},legend:{show:s,top:0,left:60,type:"scroll",itemWidth:26,itemHeight:8,textStyle:{color:h().text}},xAxis:[{name:e.axis,nameLocation:"middle",nameGap:26,nameTextStyle:{
color:h().muted},axisLabel:{formatter:c=>e.ticks[c]??""},boundaryGap:!0}],yAxis:[{axisLabel:{formatter:a},splitNumber:4}],series:ue(e,o.series),tooltip:{confine:!0,
transitionDuration:0,padding:0,borderWidth:0,className:"tip",backgroundColor:"transparent",extraCssText:"box-shadow:none",formatter:c=>c.seriesType==="line"?me(
e,t,c):""}}),r.on("click",({seriesType:c,seriesIndex:i,value:l})=>{let d=c==="line"&&e.links[i]?.[l[0]];d&&(location.href=d)}),p.push(r)}function U(e){for(let t of p.
splice(0))t.dispose();for(let t of e.panels)he(e,t)}async function pe(){echarts.registerCustomSeries("schedviz.range",fe);let{page:e}=await k(b("data").textContent);
U(e),addEventListener("resize",()=>p.forEach(t=>t.resize())),T(()=>U(e)),F([]),W.page=e,document.body.dataset.ready="yes"}pe().catch(e=>M("The charts",e));return K(ge);})();
