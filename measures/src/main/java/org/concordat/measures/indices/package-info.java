/**
 * Puts several indicators of each area together as one figure, and shows how. Start at {@link
 * org.concordat.measures.indices.DeprivationIndex} (the method of England's Indices of Deprivation), {@link
 * org.concordat.measures.indices.VulnerableLocalities} or {@link org.concordat.measures.indices.ZScoreIndex}; each answers
 * in a {@link org.concordat.measures.indices.CompositeIndex}. Needs a figure for every area and indicator: a gap is
 * refused, never filled. Guarantees the same index whatever the order of the areas, says which areas tie, and gives the
 * {@link org.concordat.measures.indices.Working} of any of them. {@link org.concordat.measures.indices.Shrinkage} steadies
 * rates of small areas, {@link org.concordat.measures.indices.FactorWeights} weighs the indicators of a domain, {@link
 * org.concordat.measures.indices.LogisticModel} estimates from census cells what no one counted. Papers: McLennan and
 * others, The English Indices of Deprivation 2019: technical report (2019); Chainey, Policing 2 (2008), 196-209. An index
 * says where, on average, more people live in need; it says nothing of any person there.
 */
@NullMarked
package org.concordat.measures.indices;

import org.jspecify.annotations.NullMarked;
