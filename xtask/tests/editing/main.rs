//! What an editor meets: the commands for the record, and the guide that tells of them.
//!
//! - [`program`] runs `xtask` in a folder of the test's own, and [`guide`] reads the guide.
//! - [`walk`] follows the guide word for word, [`mistakes`] makes every mistake that it quotes a message for, and
//!   [`fields`] holds its tables to the fields that the check takes.
//! - [`add_review`], [`locate`] and [`citation`] are about what their names say.

mod add_review;
mod citation;
mod fields;
mod guide;
mod locate;
mod mistakes;
mod program;
mod walk;
