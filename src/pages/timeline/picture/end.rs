//! The end that is closed: the page's bar without its button. It gives away nothing of what follows.

use yew::prelude::*;
use yew::virtual_dom::VNode;

use super::super::choices::Order;
use super::super::closed_bar::closed_bar;
use super::super::score::unit;
use super::legend::text;
use super::letters::{Face, lines};
use super::stilled::stilled;
use crate::markup::html;
use crate::reader::ReaderHandle;

/// The bar, from `x` on.
pub(super) fn closed_end(reader: &ReaderHandle, x: f64, width: f64, height: f64) -> Html {
    let (mut sign, mut said) = (Html::default(), String::new());
    read(&closed_bar(reader), &mut sign, &mut said);
    let face = Face::strong(14.0);
    let words = lines(&said, width - 24.0, &face);
    #[expect(clippy::cast_precision_loss, reason = "two lines")]
    let tall = 26.0 + 14.0 + words.len() as f64 * 20.0;
    let (middle, top) = (x + width / 2.0, (height - tall) / 2.0);
    html! {
        <g class="closed-end">
            <rect x={unit(x)} y="0" width={unit(width)} height={unit(height)} rx="10" />
            <g transform={format!("translate({} {})", unit(middle - 22.0), unit(top))}>{ sign }</g>
            { text("goes-on", middle, top + 26.0 + 14.0 + face.size, 20.0, words) }
        </g>
    }
}

/// Reads the page's bar: its sign, which is 44 wide and 26 high, and its words.
fn read(drawn: &Html, sign: &mut Html, said: &mut String) {
    match drawn {
        VNode::VList(list) => list.iter().for_each(|one| read(one, sign, said)),
        VNode::VText(text) => said.push_str(&text.text),
        VNode::VTag(tag) if tag.tag() == "svg" => *sign = stilled(drawn, Order::Story),
        VNode::VTag(tag) if tag.tag() != "button" => {
            tag.children().into_iter().for_each(|one| read(one, sign, said));
        }
        _ => {}
    }
}
