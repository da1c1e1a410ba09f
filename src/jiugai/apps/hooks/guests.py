"""Which addresses may be told: no machine of our own network unless the settings allow it."""

import socket
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from typing import Final
from urllib.parse import SplitResult, urlsplit

from django.conf import settings
from django.utils.translation import gettext as _

from jiugai.kernel.errors import Refusal

Ip = IPv4Address | IPv6Address
PORTS: Final = {"https": 443, "http": 80}


def parts_of(address: str) -> SplitResult:
    """Return the parts of an address that can be told; raises Refusal if it cannot be one."""
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError as error:
        raise Refusal(_("这不是一个地址；请写 https:// 开头的完整地址。")) from error
    if parts.scheme not in PORTS or not parts.hostname or port == 0:
        raise Refusal(_("请写 https:// 开头的完整地址。"))
    if parts.username or parts.password or parts.fragment:
        raise Refusal(_("地址里不能带用户名、密码或 # 之后的部分；身份由签名证明。"))
    return parts


def reached_at(address: str) -> Ip:
    """Return the machine at which an address is to be reached, looked up now.

    The connection goes to this very machine: a name that leads elsewhere a moment later gains
    nothing. Raises Refusal if it is not found, is one of our own network, or is not encrypted.
    """
    parts = parts_of(address)
    host, port = str(parts.hostname), parts.port or PORTS[parts.scheme]
    try:
        answers = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise Refusal(_("找不到主机 {host}；请核对地址。").format(host=host)) from error
    found = [ip_address(str(one[4][0]).partition("%")[0]) for one in answers]
    allowed = [one for one in found if _is_allowed(one)]
    if len(allowed) != len(found) or not found:
        raise Refusal(
            _(
                "{host} 是内部网络的地址，不能推送；确有需要时请系统管理员在 "
                "JIUGAI_HOOK_NETWORKS 中放行。"
            ).format(host=host)
        )
    if parts.scheme != "https" and not _is_named(found[0]):
        raise Refusal(_("地址须以 https:// 开头，内容才不会被别人读到。"))
    return found[0]


def _is_allowed(ip: Ip) -> bool:
    plain = _plain(ip)
    return _is_named(ip) or (plain.is_global and not plain.is_multicast)


def _is_named(ip: Ip) -> bool:
    """Return whether the settings name a network that the machine is in."""
    plain = _plain(ip)
    return any(plain in ip_network(one) for one in settings.HOOK_NETWORKS)


def _plain(ip: Ip) -> Ip:
    """Return the IPv4 address that an IPv6 address stands for, where it does."""
    if isinstance(ip, IPv6Address):
        return ip.ipv4_mapped or ip.sixtofour or ip
    return ip
