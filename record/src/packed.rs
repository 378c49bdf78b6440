//! The record as the bytes that the build puts into the app.
//!
//! They are three columns: numbers (counts, kinds, which id), places in reviews, and texts. Things that are alike stand
//! together that way, and an id is spelt out once only, so the record compresses better than written in one go.
//!
//! Types say how they are packed by naming their fields to `packs!`. There is no `Result` at every step: whoever
//! reads past damage reads noughts and empty texts, and is told at the end. Returning early would have every type clean
//! up after every field, and that weighs more than the rest of the reader.

use std::collections::HashMap;
use std::fmt;

use crate::Record;
use crate::model::Locator;

/// What stands behind every text, so no text can hold it.
const END: char = '\0';

/// The packed bytes of a record. The proofs of its locators are left out: hashes do not compress, and the app has no
/// texts to hold them against.
///
/// # Errors
/// When a text holds U+0000, in words.
pub fn pack(record: &Record) -> Result<Vec<u8>, String> {
    let mut to = Packer::default();
    record.pack(&mut to);
    if let Some(text) = to.refused {
        return Err(format!("the text {text:?} holds the character U+0000, which no text may"));
    }
    let mut bytes = Vec::new();
    put(to.numbers.len() as u32, &mut bytes);
    put(to.places.len() as u32, &mut bytes);
    bytes.extend(to.numbers);
    bytes.extend(to.places);
    bytes.extend(to.texts.bytes());
    Ok(bytes)
}

/// The record of those packed bytes.
///
/// # Errors
/// When the bytes are damaged. Whatever they are, reading them takes no more room than a few hundred times theirs.
pub fn unpack(bytes: &[u8]) -> Result<Record, Damaged> {
    Unpacker::open(bytes).and_then(Unpacker::read_all).ok_or(Damaged)
}

/// Bytes that are no packed record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Damaged;

impl fmt::Display for Damaged {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the packed record is damaged")
    }
}

impl std::error::Error for Damaged {}

/// Something that can be packed.
pub(crate) trait Pack: Sized {
    /// Adds it to what is packed.
    fn pack(&self, to: &mut Packer);

    /// Takes it from what is packed; where that is damaged, anything.
    fn unpack(from: &mut Unpacker<'_>) -> Self;
}

/// What is packed so far.
#[derive(Default)]
pub(crate) struct Packer {
    numbers: Vec<u8>,
    places: Vec<u8>,
    texts: String,
    ids: HashMap<String, u32>,
    refused: Option<String>,
}

impl Packer {
    /// Adds a number.
    pub(crate) fn number(&mut self, number: u32) {
        put(number, &mut self.numbers);
    }

    fn place(&mut self, number: u32) {
        put(number, &mut self.places);
    }

    fn text(&mut self, text: &str) {
        if text.contains(END) {
            self.refused = Some(text.to_owned());
        }
        self.texts.push_str(text);
        self.texts.push(END);
    }

    /// Adds an id: 0 and the text when it is new, else which of the earlier ones it is, from 1.
    fn id(&mut self, id: &str) {
        let next = self.ids.len() as u32 + 1;
        match self.ids.get(id) {
            Some(number) => self.number(*number),
            None => {
                self.ids.insert(id.to_owned(), next);
                self.number(0);
                self.text(id);
            }
        }
    }
}

/// Seven bits to a byte, the lowest first; the eighth says that more follow.
fn put(mut number: u32, bytes: &mut Vec<u8>) {
    while number >= 0x80 {
        bytes.push(number as u8 | 0x80);
        number >>= 7;
    }
    bytes.push(number as u8);
}

/// What is still to be unpacked.
pub(crate) struct Unpacker<'b> {
    numbers: &'b [u8],
    places: &'b [u8],
    texts: &'b str,
    ids: Vec<&'b str>,
    damaged: bool,
}

impl<'b> Unpacker<'b> {
    fn open(mut bytes: &'b [u8]) -> Option<Self> {
        let numbers = take(&mut bytes)? as usize;
        let places = take(&mut bytes)? as usize;
        let (numbers, bytes) = bytes.split_at_checked(numbers)?;
        let (places, texts) = bytes.split_at_checked(places)?;
        Some(Self { numbers, places, texts: str::from_utf8(texts).ok()?, ids: Vec::new(), damaged: false })
    }

    fn read_all<T: Pack>(mut self) -> Option<T> {
        let read = T::unpack(&mut self);
        let whole = !self.damaged && self.numbers.is_empty() && self.places.is_empty() && self.texts.is_empty();
        whole.then_some(read)
    }

    /// Marks the damage. What is left is thrown away, so that every number reads as 0 from now on.
    pub(crate) fn fail(&mut self) {
        self.damaged = true;
        self.numbers = &[];
        self.places = &[];
        self.texts = "";
    }

    /// Takes a number.
    pub(crate) fn number(&mut self) -> u32 {
        take(&mut self.numbers).unwrap_or_else(|| {
            self.fail();
            0
        })
    }

    fn place(&mut self) -> u32 {
        take(&mut self.places).unwrap_or_else(|| {
            self.fail();
            0
        })
    }

    fn text(&mut self) -> &'b str {
        let Some((text, rest)) = self.texts.split_once(END) else {
            self.fail();
            return "";
        };
        self.texts = rest;
        text
    }

    fn id(&mut self) -> &'b str {
        let number = self.number() as usize;
        let Some(earlier) = number.checked_sub(1) else {
            let id = self.text();
            self.ids.push(id);
            return id;
        };
        self.ids.get(earlier).copied().unwrap_or_else(|| {
            self.fail();
            ""
        })
    }
}

/// The number at the start of `bytes`, which then start behind it.
fn take(bytes: &mut &[u8]) -> Option<u32> {
    let mut number = 0;
    for shift in [0, 7, 14, 21, 28] {
        let (byte, rest) = bytes.split_first()?;
        *bytes = rest;
        number |= u32::from(byte & 0x7f) << shift;
        if *byte < 0x80 {
            return Some(number);
        }
    }
    None
}

impl Pack for u32 {
    fn pack(&self, to: &mut Packer) {
        to.number(*self);
    }

    fn unpack(from: &mut Unpacker<'_>) -> Self {
        from.number()
    }
}

macro_rules! small_numbers {
    ($($name:ident)+) => {$(
        impl Pack for $name {
            fn pack(&self, to: &mut Packer) {
                to.number((*self).into());
            }

            fn unpack(from: &mut Unpacker<'_>) -> Self {
                Self::try_from(from.number()).unwrap_or_else(|_| {
                    from.fail();
                    0
                })
            }
        }
    )+};
}

small_numbers!(u8 u16);

impl Pack for bool {
    fn pack(&self, to: &mut Packer) {
        to.number((*self).into());
    }

    fn unpack(from: &mut Unpacker<'_>) -> Self {
        let number = from.number();
        if number > 1 {
            from.fail();
        }
        number == 1
    }
}

impl Pack for String {
    fn pack(&self, to: &mut Packer) {
        to.text(self);
    }

    fn unpack(from: &mut Unpacker<'_>) -> Self {
        from.text().to_owned()
    }
}

/// The texts of ids, which come up again and again.
impl Pack for Box<str> {
    fn pack(&self, to: &mut Packer) {
        to.id(self);
    }

    fn unpack(from: &mut Unpacker<'_>) -> Self {
        from.id().into()
    }
}

impl<T: Pack> Pack for Option<T> {
    fn pack(&self, to: &mut Packer) {
        self.is_some().pack(to);
        if let Some(it) = self {
            it.pack(to);
        }
    }

    fn unpack(from: &mut Unpacker<'_>) -> Self {
        bool::unpack(from).then(|| T::unpack(from))
    }
}

impl<A: Pack, B: Pack> Pack for (A, B) {
    fn pack(&self, to: &mut Packer) {
        self.0.pack(to);
        self.1.pack(to);
    }

    fn unpack(from: &mut Unpacker<'_>) -> Self {
        (A::unpack(from), B::unpack(from))
    }
}

impl<T: Pack> Pack for Vec<T> {
    fn pack(&self, to: &mut Packer) {
        to.number(self.len() as u32);
        for it in self {
            it.pack(to);
        }
    }

    fn unpack(from: &mut Unpacker<'_>) -> Self {
        let length = from.number() as usize;
        // Nothing takes less than a byte, so a longer list is none, and no reason to make room for it.
        if length > from.numbers.len() + from.places.len() + from.texts.len() {
            from.fail();
            return Self::new();
        }
        (0..length).map(|_| T::unpack(from)).collect()
    }
}

impl Pack for Locator {
    fn pack(&self, to: &mut Packer) {
        let Self { paragraph, start, length, proof: _ } = self;
        to.place((*paragraph).into());
        to.place(*start);
        to.place(*length);
    }

    fn unpack(from: &mut Unpacker<'_>) -> Self {
        let paragraph = u16::try_from(from.place()).unwrap_or_else(|_| {
            from.fail();
            0
        });
        Self { paragraph, start: from.place(), length: from.place(), proof: None }
    }
}

/// Says how types are packed: a `struct` by its fields, an `enum` by a number for each variant and its fields. A field
/// or variant that is forgotten does not compile. Variant 0 is what an `enum` reads as where there is damage.
macro_rules! packs {
    ($(
        struct $name:ident $({ $($field:ident),+ $(,)? })? $(( $inner:ident ))?;
    )*) => {$(
        impl $crate::packed::Pack for $name {
            fn pack(&self, to: &mut $crate::packed::Packer) {
                let Self $({ $($field),+ })? $(( $inner ))? = self;
                $($($crate::packed::Pack::pack($field, to);)+)?
                $($crate::packed::Pack::pack($inner, to);)?
            }

            fn unpack(from: &mut $crate::packed::Unpacker<'_>) -> Self {
                $(Self { $($field: $crate::packed::Pack::unpack(from)),+ })?
                $({
                    let $inner = $crate::packed::Pack::unpack(from);
                    Self($inner)
                })?
            }
        }
    )*};
    (enum $name:ident {
        0 = $first:ident $(($first_inner:ident))? $({ $($first_field:ident),+ })?
        $(, $number:literal = $variant:ident $(($inner:ident))? $({ $($field:ident),+ })?)* $(,)?
    }) => {
        impl $crate::packed::Pack for $name {
            fn pack(&self, to: &mut $crate::packed::Packer) {
                match self {
                    Self::$first $(($first_inner))? $({ $($first_field),+ })? => {
                        to.number(0);
                        $($crate::packed::Pack::pack($first_inner, to);)?
                        $($($crate::packed::Pack::pack($first_field, to);)+)?
                    }
                    $(Self::$variant $(($inner))? $({ $($field),+ })? => {
                        to.number($number);
                        $($crate::packed::Pack::pack($inner, to);)?
                        $($($crate::packed::Pack::pack($field, to);)+)?
                    })*
                }
            }

            fn unpack(from: &mut $crate::packed::Unpacker<'_>) -> Self {
                let number = from.number();
                match number {
                    $($number => {
                        $(let $inner = $crate::packed::Pack::unpack(from);)?
                        $($(let $field = $crate::packed::Pack::unpack(from);)+)?
                        Self::$variant $(($inner))? $({ $($field),+ })?
                    })*
                    _ => {
                        if number > 0 {
                            from.fail();
                        }
                        $(let $first_inner = $crate::packed::Pack::unpack(from);)?
                        $($(let $first_field = $crate::packed::Pack::unpack(from);)+)?
                        Self::$first $(($first_inner))? $({ $($first_field),+ })?
                    }
                }
            }
        }
    };
}

pub(crate) use packs;
