"""What a page carries around a document goes; what the document itself says stays."""

from __future__ import annotations

import pytest

from ingest.loaders import furniture

BODY = "关于示范区建设的通知\n各市人民政府：\n请认真落实。"
CASES = {
    "trail above": (f"站内搜索\n首页 > 政务公开 > 通知\n{BODY}", BODY),
    "place above": (f"无障碍\n您当前所在的位置：首页\n{BODY}", BODY),
    "sharing and imprint below": (f"{BODY}\n浏览次数： 12\n分享到\n返回顶部\n粤ICP备1号 网站标识码1\n微信", BODY),
    "nothing around": (BODY, BODY),
    "a signature after a contact line stays": (f"{BODY}\n联系我们科\n市科技局已受理全部申请。", f"{BODY}\n联系我们科\n市科技局已受理全部申请。"),
    "a long line is never navigation": (f"{'本' * 80}\n首页 > 通知\n{BODY}", f"{'本' * 80}\n首页 > 通知\n{BODY}"),
    "nothing but furniture stays as it is": ("首页 > 通知\n返回顶部", "首页 > 通知\n返回顶部"),
}  # fmt: skip


@pytest.mark.parametrize(("page", "document"), CASES.values(), ids=CASES)
def test_furniture(page: str, document: str) -> None:
    assert furniture.strip(page) == document
