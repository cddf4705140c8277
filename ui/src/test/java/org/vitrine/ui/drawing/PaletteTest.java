package org.vitrine.ui.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PaletteTest {
    /** What people see whose red, green or blue cones are missing, in linear RGB: Machado et al. 2009, table 1. */
    private static final double[][][] SIGHTS = {{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}},
        {{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}},
        {{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}},
        {{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}}};
    private static final double[][] CONES = {{0.4122214708, 0.5363325363, 0.0514459929},
        {0.2119034982, 0.6806995451, 0.1073969566}, {0.0883024619, 0.2817188376, 0.6299787005}};
    private static final double[][] OKLAB = {{0.2104542553, 0.7936177850, -0.0040720468},
        {1.9779984951, -2.4285922050, 0.4505937099}, {0.0259040371, 0.7827717662, -0.8086757660}};

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void sixteenHeadsAreToldApartByEveryone(boolean dark) {
        Theme theme = dark ? Theme.DARK : Theme.LIGHT;
        for (int sight = 0; sight < SIGHTS.length; sight++) {
            for (int a = 0; a < 16; a++) {
                for (int b = 0; b < a; b++) {
                    assertThat(distance(theme.head(a), theme.head(b), SIGHTS[sight]))
                            .as("heads %d and %d with sight %d", a, b, sight)
                            .isGreaterThan(sight == 0 ? 0.11 : 0.07);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void headsAndLayersStandOutFromTheGround(boolean dark) {
        Theme theme = dark ? Theme.DARK : Theme.LIGHT;
        for (int i = 0; i < 16; i++) {
            assertThat(theme.head(i).contrast(theme.ground())).isGreaterThanOrEqualTo(3);
        }
        double before = 3;
        for (int layer = -1; layer < 24; layer++) {
            double contrast = theme.layer(layer, 24).contrast(theme.ground());
            assertThat(contrast).isGreaterThan(before);
            before = contrast;
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theBetterTheRankTheFurtherFromTheGround(boolean dark) {
        Theme theme = dark ? Theme.DARK : Theme.LIGHT;
        double before = 22;
        for (int rank : new int[]{1, 2, 3, 10, 30, 100, 300, 1000, 3000, 5000}) {
            double contrast = theme.rank(rank).contrast(theme.ground());
            assertThat(contrast).isLessThan(before);
            before = contrast;
        }
        assertThat(theme.rank(50_000)).isEqualTo(theme.rank(5000));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void textIsLegibleOnEveryColour(boolean dark) {
        Theme theme = dark ? Theme.DARK : Theme.LIGHT;
        for (int i = 0; i < 16; i++) {
            assertLegible(theme, theme.head(i));
            assertLegible(theme, theme.layer(i, 16));
            assertLegible(theme, theme.rank(1 << i));
            assertLegible(theme, theme.head(i).withOpacity(i / 16.0));
        }
    }

    private static void assertLegible(Theme theme, Colour fill) {
        assertThat(theme.inkOn(fill).contrast(fill.over(theme.ground()))).isGreaterThan(4.5);
    }

    @Test
    void theSeventeenthHeadHasTheColourOfTheFirst() {
        assertThat(Theme.LIGHT.head(16)).isEqualTo(Theme.LIGHT.head(0));
        assertThat(Theme.LIGHT.factor(3)).isEqualTo(Theme.LIGHT.head(3));
    }

    @Test
    void aSignIsAColourAndAStrengthIsOpacity() {
        assertThat(Theme.LIGHT.signed(2, 4)).isEqualTo(Theme.LIGHT.positive().withOpacity(0.5));
        assertThat(Theme.LIGHT.signed(-9, 4)).isEqualTo(Theme.LIGHT.negative());
        assertThat(Theme.LIGHT.signed(1, 0).isInvisible()).isTrue();
        assertThat(Theme.LIGHT.signed(Double.NaN, 1).isInvisible()).isTrue();
    }

    private static double distance(Colour a, Colour b, double[][] sight) {
        double[] first = oklab(a, sight);
        double[] second = oklab(b, sight);
        return Math.hypot(Math.hypot(first[0] - second[0], first[1] - second[1]), first[2] - second[2]);
    }

    private static double[] oklab(Colour colour, double[][] sight) {
        double[] light = {Colour.linear(colour.red()), Colour.linear(colour.green()), Colour.linear(colour.blue())};
        double[] seen = times(sight, light);
        for (int i = 0; i < 3; i++) {
            seen[i] = Math.clamp(seen[i], 0, 1);
        }
        double[] cones = times(CONES, seen);
        for (int i = 0; i < 3; i++) {
            cones[i] = Math.cbrt(cones[i]);
        }
        return times(OKLAB, cones);
    }

    private static double[] times(double[][] matrix, double[] vector) {
        double[] product = new double[3];
        for (int i = 0; i < 3; i++) {
            product[i] = matrix[i][0] * vector[0] + matrix[i][1] * vector[1] + matrix[i][2] * vector[2];
        }
        return product;
    }
}
