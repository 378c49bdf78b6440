//! A drawing as a document of its own, for other programs to read: XML, in which every text and every value is escaped.
//!
//! What style sheets are to those programs is a class of an element's own and nothing else, so that is what the document
//! has: the rules are applied here, and elements that look alike share a class.

use yew::prelude::*;
use yew::virtual_dom::{VNode, VTag};

/// Writes what is drawn, whose one element must be an `svg`, as it looks by the rules of `sheet`. Listeners stay behind.
///
/// A selector in `sheet` is names of classes and elements, one below the other: `.a .b{fill:none;color:red}`. Of rules
/// that say different things of one element, those come last that weigh most.
#[must_use]
pub fn write(drawn: &Html, sheet: &str) -> String {
    let rules = sheet.split('}').filter_map(|rule| rule.split_once('{')).map(Rule::of).collect();
    let mut writer = Writer { rules, ..Writer::default() };
    writer.put(drawn, &mut Vec::new(), "black");
    let styles: String = writer.looks.iter().map(|(look, class)| format!(".{class}{{{look}}}")).collect();
    let (root, content) = writer.text.split_once('>').unwrap_or_default();
    let mut document = format!("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n{root}><style>");
    escape(&styles, &mut document);
    document.push_str("</style>");
    document.push_str(content);
    document.push('\n');
    document
}

/// Which elements, from the outermost to the one that is meant, and how those look.
struct Rule<'s> {
    path: Vec<&'s str>,
    declarations: Vec<(&'s str, &'s str)>,
}

/// What a selector can know of an element: its name, and its classes with their dots.
type Names = Vec<String>;

impl<'s> Rule<'s> {
    /// Reads a selector and its declarations.
    fn of((selector, declarations): (&'s str, &'s str)) -> Self {
        let declarations = declarations.split(';').filter_map(|one| one.split_once(':')).collect();
        Self { path: selector.split(' ').collect(), declarations }
    }

    /// Whether it is for the last of these elements, each of which stands in the one before.
    fn is_for(&self, elements: &[Names]) -> bool {
        let has = |names: &Names, name: &str| names.iter().any(|own| own == name);
        let Some(((last, above), (meant, outside))) = self.path.split_last().zip(elements.split_last()) else {
            return false;
        };
        let mut outside = outside.iter().rev();
        has(meant, last) && above.iter().rev().all(|name| outside.any(|names| has(names, name)))
    }
}

#[derive(Default)]
struct Writer<'s> {
    rules: Vec<Rule<'s>>,
    text: String,
    /// How elements look, and the class for it.
    looks: Vec<(String, String)>,
}

impl Writer<'_> {
    /// Writes what stands in those elements, where the colour is that.
    fn put(&mut self, drawn: &Html, within: &mut Vec<Names>, colour: &str) {
        match drawn {
            VNode::VText(text) => escape(&text.text, &mut self.text),
            VNode::VList(list) => list.iter().for_each(|child| self.put(child, within, colour)),
            VNode::VTag(tag) => self.element(tag, within, colour),
            // Components and what else Yew knows are no markup yet.
            _ => {}
        }
    }

    fn element(&mut self, tag: &VTag, within: &mut Vec<Names>, colour: &str) {
        let value = |name: &str| tag.attributes.iter().find(|(own, _)| *own == name).map(|(_, value)| value);
        let classes = value("class").unwrap_or_default().split_whitespace().map(|class| format!(".{class}"));
        within.push(std::iter::once(tag.tag().to_owned()).chain(classes).collect());
        let mut look: Vec<(&str, &str)> = Vec::new();
        for rule in self.rules.iter().filter(|rule| rule.is_for(within)) {
            for (name, value) in &rule.declarations {
                look.retain(|(own, _)| own != name);
                look.push((*name, *value));
            }
        }
        let said = |name: &str| look.iter().find(|(own, _)| *own == name).map(|(_, value)| *value);
        let colour = said("color").unwrap_or(colour).to_owned();
        let size = said("font-size").map_or(0, hundredths);
        let look: Vec<String> = look
            .iter()
            .filter(|(name, _)| *name != "color")
            .map(|(name, value)| [*name, ":", if *value == "currentColor" { &colour } else { *value }].concat())
            .collect();
        self.text.push('<');
        self.text.push_str(tag.tag());
        if !look.is_empty() {
            let class = self.class(within.last().and_then(|names| names.get(1)), look.join(";"));
            self.attribute("class", &class);
        }
        for (name, value) in tag.attributes.iter().filter(|(name, _)| !["class", "y", "dy"].contains(name)) {
            self.attribute(name, value);
        }
        // How far down in parts of the type's size few programs know.
        match (value("y"), value("dy").map(|parts| hundredths(parts) * size / 100)) {
            (y, Some(down)) => {
                let y = hundredths(y.unwrap_or_default()) + down;
                let sign = if y < 0 { "-" } else { "" };
                self.attribute("y", &format!("{sign}{}.{:02}", y.abs() / 100, y.abs() % 100));
            }
            (Some(y), None) => self.attribute("y", y),
            (None, None) => {}
        }
        self.text.push('>');
        tag.children().into_iter().for_each(|children| self.put(children, within, &colour));
        self.text.push_str("</");
        self.text.push_str(tag.tag());
        self.text.push('>');
        within.pop();
    }

    fn attribute(&mut self, name: &str, value: &str) {
        self.text.push(' ');
        self.text.push_str(name);
        self.text.push_str("=\"");
        escape(value, &mut self.text);
        self.text.push('"');
    }

    /// The class for such a look, called after the first of the element's own.
    fn class(&mut self, own: Option<&String>, look: String) -> String {
        if let Some((_, class)) = self.looks.iter().find(|(one, _)| *one == look) {
            return class.clone();
        }
        let name = own.map_or("plain", |own| own.trim_start_matches('.'));
        let mut class = name.to_owned();
        let mut number = 1;
        while self.looks.iter().any(|(_, taken)| *taken == class) {
            number += 1;
            class = format!("{name}-{number}");
        }
        self.looks.push((look, class.clone()));
        class
    }
}

/// The hundredths of a number; whatever follows it is passed over.
fn hundredths(number: &str) -> i32 {
    let (sign, digits) = number.strip_prefix('-').map_or((1, number), |digits| (-1, digits));
    let (whole, rest) = digits.split_once('.').unwrap_or((digits, ""));
    let digit = |letter: char| letter.to_digit(10).and_then(|digit| i32::try_from(digit).ok());
    let count = |digits: &str| digits.chars().map_while(digit).fold(0_i32, |count, digit| count * 10 + digit);
    let places = rest.chars().map_while(digit).chain([0, 0]).take(2);
    sign * (count(whole) * 100 + places.fold(0, |count, digit| count * 10 + digit))
}

/// What no document may hold, however it is written, is left out.
fn escape(words: &str, to: &mut String) {
    for character in words.chars() {
        match character {
            '&' => to.push_str("&amp;"),
            '<' => to.push_str("&lt;"),
            '>' => to.push_str("&gt;"),
            '"' => to.push_str("&quot;"),
            '\t' | '\n' | '\r' => to.push(' '),
            '\0'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => {}
            _ => to.push(character),
        }
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::*;
    use crate::markup::html;

    /// The document without its first line and its end.
    fn written(drawn: &Html, sheet: &str) -> String {
        write(drawn, sheet).lines().nth(1).unwrap_or_default().to_owned()
    }

    #[test]
    fn what_people_write_stays_a_text() {
        let words = String::from("</text><script>\"a\" & 'b'\u{0}\u{1}\u{fffe}\n");
        let drawn = html! { <svg lang={words.clone()}><text x="1">{ words }{ 2_usize }</text></svg> };
        let escaped = "&lt;/text&gt;&lt;script&gt;&quot;a&quot; &amp; 'b' ";
        let expected = format!("<svg lang=\"{escaped}\"><style></style><text x=\"1\">{escaped}2</text></svg>");
        assert_eq!(written(&drawn, ""), expected);
    }

    #[test]
    fn elements_have_the_look_that_a_browser_would_give_them() {
        let drawn = html! {
            <svg class="a">
                <g class="b c"><text>{ "1" }</text><text class="d">{ "2" }</text></g>
                <text class="d">{ "3" }</text>
            </svg>
        };
        let sheet = "text{fill:red;stroke:none}.c{color:blue}.a .d{fill:currentColor}\
                     .b .d{stroke:currentColor}.d .a{fill:none}";
        assert_eq!(
            written(&drawn, sheet),
            "<svg><style>.plain{fill:red;stroke:none}.d{fill:blue;stroke:blue}.d-2{stroke:none;fill:black}</style>\
             <g><text class=\"plain\">1</text><text class=\"d\">2</text></g><text class=\"d-2\">3</text></svg>"
        );
    }

    #[test]
    fn what_is_so_far_down_in_parts_of_the_type_is_worked_out() {
        let drawn = html! { <svg><text y="-6.5" dy="0.3em">{ "1" }</text><text dy="0.35em">{ "2" }</text></svg> };
        let texts = "<text class=\"plain\" y=\"-0.50\">1</text><text class=\"plain\" y=\"7.00\">2</text></svg>";
        let written = written(&drawn, "text{font-size:20px}");
        assert!(written.ends_with(texts), "{written}");
    }
}
