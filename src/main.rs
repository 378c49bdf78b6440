//! The browser's way in.

fn main() {
    liner_notes::start();
}
