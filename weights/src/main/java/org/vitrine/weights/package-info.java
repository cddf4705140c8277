/**
 * Model files: bytes come in, named tensors of known shape go out. Nothing here knows mathematics.
 *
 * <p>The story, in the order in which a file is read. {@link org.vitrine.weights.ModelFiles} finds the files of a model: a
 * folder on disk or a classroom model inside the program. {@link org.vitrine.weights.Checkpoint} opens its weights, one
 * file or several shards, and looks tensors up by name, with the shape that the model expects.
 * {@link org.vitrine.weights.Safetensors} is one such file: eight bytes that say how long the header is, a JSON header
 * that lists the {@linkplain org.vitrine.weights.TensorEntry tensors}, then their bytes back to back.
 * {@link org.vitrine.weights.StoredTensor} turns the bytes of one tensor into numbers.
 * {@link org.vitrine.weights.SafetensorsWriter} goes the other way.
 *
 * <pre>
 *   8 bytes: n | n bytes: {"wte.weight": {"dtype": "F32", "shape": [516, 48], "data_offsets": [0, 99072]}, …} | numbers
 * </pre>
 *
 * <p>A file is hostile until it is checked. Every byte is accounted for before the first number is handed out: no hole
 * between tensors, no overlap, nothing after the last one, no name twice, no size that disagrees with a shape. Whoever
 * breaks a rule is told in one line which file and which tensor, what was expected and what was found
 * ({@link org.vitrine.weights.WeightsException}).
 *
 * @see <a href="https://github.com/huggingface/safetensors#format">the safetensors format</a>
 */
package org.vitrine.weights;
