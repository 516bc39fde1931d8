/** Tests of what may be shared, all in one made-up town. */
@org.jspecify.annotations.NullMarked
package org.concordat.policy;
