"""Trust page: how a device comes to trust the authority that was made here. No script, in either language, so that
the barest browser of a headset shows it before anything is trusted."""

from base64 import b64encode
from hashlib import sha256
from html import escape

import segno

from server.network import Network
from sim_core.text import Text

_STYLE = """
:root{color-scheme:light dark;--line:#8886;--soft:#51606a;--go:#1b637d;--on:#fff}
@media (prefers-color-scheme:dark){:root{--soft:#a6b3ba;--go:#6fbfda;--on:#0d1418}}
body{font:18px/1.5 system-ui,"PingFang SC","Noto Sans CJK SC","Microsoft YaHei",sans-serif}
body{margin:0 auto;padding:1rem;max-width:52rem}
h1{font-size:1.6rem}h2{font-size:1.2rem;margin:1.6rem 0 .4rem}
code{font:1rem/1.6 ui-monospace,Consolas,monospace;overflow-wrap:anywhere}
pre{overflow-x:auto;border:1px solid var(--line);border-radius:.5rem;padding:.6rem}
a{color:var(--go)}
.go{display:inline-block;margin:.3rem .5rem .3rem 0;padding:.7rem 1.1rem;border-radius:.5rem}
.go{background:var(--go);color:var(--on);text-decoration:none;font-weight:600}
.seal{border:2px solid var(--line);border-radius:.6rem;padding:.8rem 1rem}
.code{background:#fff;display:inline-block;padding:.4rem;border-radius:.4rem}
.code img{display:block;width:11rem;height:11rem}
.soft{color:var(--soft)}li{margin:.3rem 0}
"""
# Only this style may be used by the page, and nothing else may be loaded or run.
CONTENT_POLICY = (
    f"default-src 'none'; style-src 'sha256-{b64encode(sha256(_STYLE.encode()).digest()).decode()}'; img-src data:; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)

TITLE = Text("信任本服务器", "Trust this server")
NONE = Text(
    "本服务器没有自建的证书机构：它未加密，或使用外来证书。这里没有要做的事。",
    "This server has no authority of its own: it is not encrypted, or has a certificate from elsewhere. "
    "There is nothing to do here.",
)
WHY = Text(
    "头显只在加密连接上开放 VR。局域网没有公共证书，因此本服务器自建了一个证书机构，每台设备信任一次即可。"
    "它只能为局域网地址签发证书，不能冒充任何互联网网站。",
    "A headset opens VR only over an encrypted connection. A LAN has no public certificate, so this server has made an "
    "authority of its own, which each device has to trust once. It can vouch for addresses of a LAN alone, and for no "
    "site of the internet.",
)
COMPARE = Text(
    "先核对：安装时设备显示的 SHA-256 指纹，须与服务器终端显示的一致（不要只与本页比）。",
    "Compare first: the SHA-256 fingerprint that the device shows must be the one in the server's terminal "
    "(do not compare with this page alone).",
)
# heading and steps of each kind of device
DEVICES: tuple[tuple[Text, tuple[Text, ...]], ...] = (
    (
        Text("Windows 电脑", "Windows PC"),
        (
            Text(
                "下载证书（.cer），双击打开，选“安装证书”。",
                "Download the certificate (.cer), open it, “Install Certificate”.",
            ),
            Text(
                "存储位置选“本地计算机”，放入“受信任的根证书颁发机构”，确认指纹。",
                "Store location “Local Machine”, place it in “Trusted Root Certification Authorities”, confirm.",
            ),
            Text("关闭并重新打开浏览器。", "Close the browser and open it again."),
        ),
    ),
    (
        Text("Quest、Pico 等 Android 头显与平板", "Quest, Pico and other Android headsets and tablets"),
        (
            Text(
                "在设备的浏览器里打开本页，下载证书（.cer）。",
                "Open this page in the device's browser and download the certificate (.cer).",
            ),
            Text(
                "设置 → 安全 → 加密与凭据 → 安装证书 → CA 证书，选下载的文件。需先设锁屏密码。",
                "Settings → Security → Encryption & credentials → Install a certificate → CA certificate, choose the "
                "file. A screen lock has to be set first.",
            ),
            Text(
                "头显若没有这一项或浏览器仍不认，用下面的 USB 办法。",
                "If a headset has no such entry, or its browser still refuses, go by USB, below.",
            ),
        ),
    ),
    (
        Text("iPad、iPhone", "iPad, iPhone"),
        (
            Text(
                "用 Safari 打开本页，下载证书（.cer），允许。",
                "Open this page in Safari, download the certificate (.cer), allow it.",
            ),
            Text("设置 → 已下载描述文件 → 安装。", "Settings → Profile Downloaded → Install."),
            Text(
                "设置 → 通用 → 关于本机 → 证书信任设置 → 打开这一项。",
                "Settings → General → About → Certificate Trust Settings → switch it on.",
            ),
        ),
    ),
)
USB_TITLE = Text("头显不认私有证书时：USB 与 localhost", "If a headset refuses: USB and localhost")
USB_STEPS = (
    Text(
        "头显打开开发者模式，用 USB 线连到一台装有 adb 的电脑，在头显里允许调试。",
        "Switch on developer mode, connect the headset by USB to a PC that has adb, allow debugging in the headset.",
    ),
    Text(
        "若这台电脑就是服务器：用不加密的方式启动（yanlian serve，不带 --tls），端口 8760。",
        "If that PC is the server: run it without --tls (yanlian serve), on port 8760.",
    ),
    Text("在电脑上运行：", "On the PC run:"),
    Text(
        "在头显里打开 http://localhost:8760/join 。浏览器把 localhost 当作安全来源，VR 可用；拔线即断。",
        "In the headset open http://localhost:8760/join . A browser takes localhost for secure, so VR works; it ends "
        "when the cable is pulled.",
    ),
)


def trust_page(network: Network, language: str) -> str:
    """Write the page. language: zh or en."""
    pick = 0 if language == "zh" else 1
    other = '<a href="?lang=en" lang="en">English</a>' if pick == 0 else '<a href="?lang=zh" lang="zh">中文</a>'
    body = _steps(network, pick) if network.authority else f"<p>{escape(NONE[pick])}</p>"
    return f"""<!doctype html>
<html lang="{"zh-CN" if pick == 0 else "en"}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>{TITLE[pick]} · Yanlian</title><style>{_STYLE}</style></head>
<body><main><h1>{TITLE[pick]}</h1><p>{other}</p>
{body}
</main></body></html>"""


def _steps(network: Network, pick: int) -> str:
    halves = network.fingerprint[:48], network.fingerprint[48:]
    download = ("下载证书", "Download the certificate")[pick]
    here = ("扫码在另一台设备上打开本页", "Scan to open this page on another device")[pick]
    done = ("装好后打开", "Then open")[pick]
    picture = segno.make(network.trust_url, error="m").svg_data_uri(scale=6, border=2)
    then = "".join(f'<p>{done} <a href="{escape(url)}/join">{escape(url)}/join</a></p>' for url in network.urls[:1])
    devices = "\n".join(f"<h2>{escape(name[pick])}</h2>{_list(steps, pick)}" for name, steps in DEVICES)
    return f"""<p>{escape(WHY[pick])}</p>
<div class="seal"><p>{escape(COMPARE[pick])}</p><p><code>{halves[0]}<br>{halves[1]}</code></p></div>
<p><a class="go" href="/trust/authority.cer" download>{download} (.cer)</a>
<a class="go" href="/trust/authority.pem" download>{download} (.pem)</a></p>
{devices}
{then}
<h2>{escape(USB_TITLE[pick])}</h2>{_usb(pick)}
<h2>{here}</h2><p class="code"><img src="{picture}" alt="{escape(network.trust_url)}"></p>
<p class="soft"><code>{escape(network.trust_url)}</code></p>"""


def _list(steps: tuple[Text, ...], pick: int) -> str:
    return f"<ol>{''.join(f'<li>{escape(step[pick])}</li>' for step in steps)}</ol>"


def _usb(pick: int) -> str:
    before, command, after = USB_STEPS[:2], USB_STEPS[2], USB_STEPS[3]
    items = [f"<li>{escape(step[pick])}</li>" for step in before]
    items.append(f'<li>{escape(command[pick])}<pre tabindex="0">adb reverse tcp:8760 tcp:8760</pre></li>')
    items.append(f"<li>{escape(after[pick])}</li>")
    return f"<ol>{''.join(items)}</ol>"
