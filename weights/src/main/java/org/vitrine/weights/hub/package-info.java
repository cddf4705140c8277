/**
 * Models from Hugging Face's hub, and the cache on this machine that Hugging Face's programs fill and read.
 *
 * <p>The story, in the order in which a model is pulled. {@link org.vitrine.weights.hub.HubSettings} says where the hub and
 * the cache are. {@link org.vitrine.weights.hub.HubPull} asks the hub which files a revision has, fetches those that are
 * needed and are not in the cache, checks every one of them and gives each its name only then.
 * {@link org.vitrine.weights.hub.HubCache} finds the models that are there, whoever fetched them.
 *
 * <p>Whatever the hub says is hostile until it is checked: names, sizes, redirects, contents. The token goes to the hub
 * alone, and is in no message.
 *
 * @see <a href="https://huggingface.co/docs/huggingface_hub/guides/manage-cache">how the cache is laid out</a>
 */
package org.vitrine.weights.hub;
