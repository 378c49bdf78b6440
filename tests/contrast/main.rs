//! Whether everything on a page stands out from what it stands on, reckoned from the values in the style sheets: in light
//! and in dark, for readers who ask for more contrast, and on paper.
//!
//! - [`pairs`] is the list of what stands on what, and how much it must stand out.
//! - [`sheets`] reads the style sheets; [`colour`] reckons.
//! - [`values`] is what a name for a colour stands for, by who looks.

#![cfg(not(target_arch = "wasm32"))]

mod colour;
mod pairs;
mod sheets;
mod values;

use std::collections::BTreeSet;

use anyhow::{Result, ensure};

use crate::colour::ratio;
use crate::pairs::{BACKDROPS, DRAWN_GROUNDS, PAIRS, SEPARATES};
use crate::sheets::{Rule, rules};
use crate::values::{LOOKS, Values};

/// Properties that paint what is on a ground.
const MARKS: [&str; 4] = ["color", "fill", "stroke", "border"];

/// Properties that paint grounds.
const GROUNDS: [&str; 2] = ["background", "background-color"];

/// The colours that a declaration names, each as the list of pairs writes it, if it is one of those properties.
fn painted(rule: &Rule, values: &Values, properties: &[&str]) -> Vec<String> {
    let is_one =
        |name: &str| properties.iter().any(|one| name == *one || *one == "border" && name.starts_with("border"));
    rule.declarations.iter().filter(|(name, _)| is_one(name)).flat_map(|(_, value)| values.named(value)).collect()
}

#[test]
fn everything_stands_out_from_what_it_stands_on() -> Result<()> {
    let rules = rules()?;
    let mut faults = Vec::new();
    let mut reckoned = 0;
    for look in LOOKS {
        let values = Values::read(&rules, &look)?;
        for pair in PAIRS {
            for (mark, ground) in pair.each() {
                for (mark, ground) in values.both(mark, ground)? {
                    reckoned += 1;
                    let is = ratio(mark.rgb, ground.rgb);
                    if is < pair.least {
                        let (look, what, least) = (look.name, pair.what, pair.least);
                        faults
                            .push(format!("{look}: {what}: {} on {} is {is:.2}, not {least}", mark.name, ground.name));
                    }
                }
            }
        }
    }
    ensure!(reckoned > 500, "only {reckoned} were reckoned");
    ensure!(faults.is_empty(), "{} of {reckoned}:\n{}", faults.len(), faults.join("\n"));
    Ok(())
}

#[test]
fn every_colour_in_the_style_sheets_is_in_the_list_and_the_list_has_no_other() -> Result<()> {
    let rules = rules()?;
    let values = Values::read(&rules, &LOOKS[0])?;
    let listed_marks: BTreeSet<&str> = PAIRS.iter().flat_map(|pair| pair.marks).copied().collect();
    let listed_grounds: BTreeSet<&str> = PAIRS.iter().flat_map(|pair| pair.grounds).copied().collect();
    let (mut marks, mut grounds) = (BTreeSet::new(), BTreeSet::new());
    for rule in rules.iter().filter(|rule| rule.is_for_eyes()) {
        marks.extend(painted(rule, &values, &MARKS));
        grounds.extend(painted(rule, &values, &GROUNDS));
    }
    // A colour mixed with nothing lies over some ground, and the list says over which.
    let is_listed_ground = |ground: &str| {
        let over = ground.strip_suffix("transparent");
        let is = |listed: &&str| *listed == ground || over.is_some_and(|over| listed.starts_with(over));
        BACKDROPS.contains(&ground) || listed_grounds.iter().any(is)
    };
    let is_listed_mark =
        |mark: &str| listed_marks.contains(mark) || SEPARATES.contains(&mark) || DRAWN_GROUNDS.contains(&mark);
    let strange_marks: Vec<&String> = marks.iter().filter(|mark| !is_listed_mark(mark)).collect();
    ensure!(strange_marks.is_empty(), "colours of signs and words that are in no pair: {strange_marks:?}");
    let strange_grounds: Vec<&String> = grounds.iter().filter(|ground| !is_listed_ground(ground)).collect();
    ensure!(strange_grounds.is_empty(), "grounds that are in no pair: {strange_grounds:?}");
    let unused: Vec<&&str> = listed_marks.iter().filter(|mark| !marks.contains(**mark)).collect();
    ensure!(unused.is_empty(), "nothing is painted with {unused:?}");
    let is_used = |listed: &str| {
        let is = |ground: &String| ground.strip_suffix("transparent").is_some_and(|over| listed.starts_with(over));
        grounds.contains(listed) || grounds.iter().any(is)
    };
    let unused: Vec<&&str> = listed_grounds.iter().filter(|ground| !is_used(ground)).collect();
    ensure!(unused.is_empty(), "nothing stands on {unused:?}");
    Ok(())
}

#[test]
fn a_rule_that_gives_words_and_ground_gives_a_pair_of_the_list() -> Result<()> {
    let rules = rules()?;
    let values = Values::read(&rules, &LOOKS[0])?;
    let mut given = 0;
    for rule in rules.iter().filter(|rule| rule.is_for_eyes()) {
        for mark in painted(rule, &values, &["color"]) {
            for ground in painted(rule, &values, &GROUNDS) {
                given += 1;
                let is_listed = PAIRS.iter().any(|pair| {
                    pair.is_read && pair.marks.contains(&mark.as_str()) && pair.grounds.contains(&ground.as_str())
                });
                ensure!(is_listed, "`{}` writes {mark} on {ground}, which the list does not", rule.selector);
            }
        }
    }
    ensure!(given > 5, "only {given} rules give both");
    Ok(())
}

#[test]
fn whoever_asks_for_more_contrast_gets_it_where_there_is_more_to_have() -> Result<()> {
    let rules = rules()?;
    for [look, more] in [[&LOOKS[0], &LOOKS[2]], [&LOOKS[1], &LOOKS[3]]] {
        let (values, more) = (Values::read(&rules, look)?, Values::read(&rules, more)?);
        for mark in ["soft-ink", "rule"] {
            let of = |values: &Values| -> Result<f64> {
                let both = values.both(mark, "paper")?;
                Ok(ratio(both[0].0.rgb, both[0].1.rgb))
            };
            ensure!(of(&more)? > of(&values)?, "{}: {mark} stays as it is", look.name);
        }
        let rule = more.both("rule", "paper")?;
        ensure!(ratio(rule[0].0.rgb, rule[0].1.rgb) >= 3.0, "{}: a line that parts is hardly seen", look.name);
    }
    Ok(())
}

#[test]
fn black_on_white_is_twenty_one_to_one() {
    assert!((ratio([0.0; 3], [255.0; 3]) - 21.0).abs() < 1e-9);
    assert!((ratio([119.0; 3], [255.0; 3]) - 4.48).abs() < 0.01);
}
