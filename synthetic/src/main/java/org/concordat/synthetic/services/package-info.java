/**
 * Makes the files of a made-up service that helps people keep their homes, so that evaluations can be tried where no data may
 * be used. Start at {@link org.concordat.synthetic.services.TenancySupport}.
 *
 * <p>Promises the same bytes for the same seed, and effects that are known, since they were put in: supported people lose
 * their homes less often. Nobody in it exists. Leaves messy records and whole towns to {@link org.concordat.synthetic.Tideford}.
 */
@NullMarked
package org.concordat.synthetic.services;

import org.jspecify.annotations.NullMarked;
