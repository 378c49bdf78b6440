//! The page's drawings, held still: what only points, moves or shows in the other order is left out, and what style
//! sheets do that other programs do not know stands in attributes.

use yew::prelude::*;
use yew::virtual_dom::{AttributeOrProperty, Attributes, VNode, VTag};

use super::super::choices::Order;
use crate::markup::fragment;

/// What shows where something stands; everything else says something to a page.
const KEPT: [&str; 18] = [
    "class",
    "cx",
    "cy",
    "d",
    "dy",
    "height",
    "points",
    "r",
    "rx",
    "ry",
    "transform",
    "width",
    "x",
    "x1",
    "x2",
    "y",
    "y1",
    "y2",
];

/// What there is to point at, and the signs of a chosen moment.
const LEFT_OUT: [&str; 3] = ["hit", "chosen-frame", "join"];

/// Numbers and labels whose middle is at their height, which style sheets say in a way that few programs know.
const MIDDLE: [&str; 3] = ["line-number", "head-number", "line-label"];

/// How far below its middle the line of a number or a word with capitals runs, in parts of the type's size.
pub(super) const DOWN: &str = "0.35em";

/// The same drawing for a picture, in which no `svg` stands in another.
pub(super) fn stilled(drawn: &Html, order: Order) -> Html {
    match drawn {
        VNode::VText(text) => VNode::VText(text.clone()),
        VNode::VList(list) => fragment(list.iter().map(|child| stilled(child, order)).collect(), None),
        VNode::VTag(tag) => element(tag, order),
        _ => Html::default(),
    }
}

fn element(tag: &VTag, order: Order) -> Html {
    let value = |name: &str| tag.attributes.iter().find(|(own, _)| *own == name).map(|(_, value)| value);
    let mut class = value("class").unwrap_or_default().to_owned();
    let is = |class: &str, name: &str| class.split(' ').any(|own| own == name);
    let other = match order {
        Order::Story => ["of-telling", "head-number"].as_slice(),
        Order::Told => &["of-story"],
    };
    if LEFT_OUT.iter().chain(other).any(|name| is(&class, name)) {
        return Html::default();
    }
    if let Some(number) = value("data-review") {
        class = format!("{class} review-{number}");
    }
    let kept = |name: &str| match name {
        "class" if !class.is_empty() => Some(class.clone()),
        "transform" if is(&class, "note") => Some(turned(order, value("cx"), value("cy"))),
        "dy" if MIDDLE.iter().any(|name| is(&class, name)) => Some(DOWN.to_owned()),
        _ => value(name).map(str::to_owned),
    };
    let values = KEPT.map(|name| kept(name).map(|value| AttributeOrProperty::Attribute(value.into())));
    let mut still = VTag::new(if tag.tag() == "svg" { "g".to_owned() } else { tag.tag().to_owned() });
    still.set_attributes(Attributes::Dynamic { keys: &KEPT, values: values.into() });
    if let Some(place) = still.children_mut() {
        *place = fragment(tag.children().into_iter().map(|child| stilled(child, order)).collect(), None);
    }
    still.into()
}

/// How a note stands, which on the page the style sheet says: in telling order it is level and has room for a number.
fn turned(order: Order, x: Option<&str>, y: Option<&str>) -> String {
    match (order, x, y) {
        (_, Some(x), Some(y)) => format!("rotate(-20 {x} {y})"),
        (Order::Story, ..) => "rotate(-20)".to_owned(),
        (Order::Told, ..) => "scale(1.28)".to_owned(),
    }
}
