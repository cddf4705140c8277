/** Whether two forward passes computed the same numbers: tensor by tensor, within a tolerance. */
package org.vitrine.explain.check;
