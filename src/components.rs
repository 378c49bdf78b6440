//! The small pieces that pages share. They take what they show; none asks the record.
//!
//! They are functions: a component costs more than drawing less of a page would save. Only the parts of long pages are
//! components, all of one kind ([`part`]).

pub(crate) mod answer;
pub(crate) mod copy_link;
pub(crate) mod dial;
pub(crate) mod digest;
pub(crate) mod edition;
pub(crate) mod fold;
pub(crate) mod hidden;
pub(crate) mod jumps;
pub(crate) mod link;
pub(crate) mod locator;
pub(crate) mod neighbours;
pub(crate) mod notice;
pub(crate) mod nowhere;
pub(crate) mod part;
pub(crate) mod record_label;
pub(crate) mod report;
pub(crate) mod review_number;
pub(crate) mod search_link;
pub(crate) mod sheet;
pub(crate) mod shell;
pub(crate) mod stance;
pub(crate) mod status_sign;
pub(crate) mod theme_switch;
