//! The page's drawings, held still: what only points, moves or shows in the other order is left out, and what style
//! sheets do that other programs do not know stands in attributes.

use yew::prelude::*;
use yew::virtual_dom::{VList, VNode, VTag};

use super::super::choices::Order;

/// What shows where something stands; everything else says something to a page.
const KEPT: [&str; 17] = [
    "cx",
    "cy",
    "d",
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
    "class",
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
        VNode::VList(list) => list.iter().map(|child| stilled(child, order)).collect::<VList>().into(),
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
    let mut still = VTag::new(if tag.tag() == "svg" { "g".to_owned() } else { tag.tag().to_owned() });
    for name in KEPT {
        match value(name) {
            Some(_) if name == "class" => still.add_attribute(name, class.clone()),
            Some(value) => still.add_attribute(name, value.to_owned()),
            None => {}
        }
    }
    if is(&class, "note") {
        still.add_attribute("transform", turned(order, value("cx"), value("cy")));
    }
    if MIDDLE.iter().any(|name| is(&class, name)) {
        still.add_attribute("dy", DOWN);
    }
    still.add_children(tag.children().into_iter().map(|child| stilled(child, order)));
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
