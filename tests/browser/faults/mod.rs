//! Faults that nobody planned, done to the app by real means wherever there are any, and what the reader sees of them.
//! A page stays readable, says what is the matter and what can be done, and nothing that a person made is lost.

mod app;
