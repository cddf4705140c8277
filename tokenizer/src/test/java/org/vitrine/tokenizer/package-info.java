/**
 * Tests of the tokenizer: against the records that the reference left ({@code gpt2.jsonl}, {@code bert-base-*.jsonl}),
 * against the reference itself (the Rust library, run through DJL), and against files that try to break it.
 */
package org.vitrine.tokenizer;
