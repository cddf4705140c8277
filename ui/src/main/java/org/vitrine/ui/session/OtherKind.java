package org.vitrine.ui.session;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.vitrine.transformer.config.ConfigFile;

/**
 * Kinds of models that are not supported, by what {@code config.json} calls them, with the supported model that comes
 * nearest.
 */
enum OtherKind {
    /** Encoders, which fill masks. */
    READER("take a BERT instead, such as bert-base-uncased", """
            albert         ALBERT
            big_bird       BigBird
            camembert      CamemBERT
            canine         CANINE
            convbert       ConvBERT
            deberta        DeBERTa
            deberta-v2     DeBERTa
            distilbert     DistilBERT
            electra        ELECTRA
            ernie          ERNIE
            esm            ESM
            eurobert       EuroBERT
            flaubert       FlauBERT
            fnet           FNet
            funnel         Funnel Transformer
            gte            GTE
            layoutlm       LayoutLM
            layoutlmv2     LayoutLM
            layoutlmv3     LayoutLM
            longformer     Longformer
            luke           LUKE
            megatron-bert  Megatron-BERT
            mobilebert     MobileBERT
            modernbert     ModernBERT
            mpnet          MPNet
            nomic_bert     Nomic BERT
            nystromformer  Nyströmformer
            reformer       Reformer
            rembert        RemBERT
            roberta        RoBERTa
            roberta-prelayernorm  RoBERTa
            roformer       RoFormer
            squeezebert    SqueezeBERT
            tapas          TAPAS
            xlm            XLM
            xlm-roberta    XLM-RoBERTa
            xlm-roberta-xl XLM-RoBERTa
            xlnet          XLNet
            """),
    /** Decoders, which write on. */
    WRITER("take a GPT-2 instead, such as distilgpt2 or gpt2", """
            bert-generation     BERT that writes
            biogpt              BioGPT
            bloom               BLOOM
            codegen             CodeGen
            cohere              Cohere
            cohere2             Cohere
            ctrl                CTRL
            deepseek_v2         DeepSeek
            deepseek_v3         DeepSeek
            falcon              Falcon
            falcon_h1           Falcon
            gemma               Gemma
            gemma2              Gemma
            gemma3              Gemma
            gemma3_text         Gemma
            gemma3n             Gemma
            gemma4              Gemma
            glm                 GLM
            glm4                GLM
            gpt-sw3             GPT-SW3
            gpt_bigcode         GPT BigCode (StarCoder)
            gpt_neo             GPT-Neo
            gpt_neox            GPT-NeoX (Pythia)
            gpt_neox_japanese   GPT-NeoX
            gpt_oss             gpt-oss
            gptj                GPT-J
            granite             Granite
            granitemoe          Granite
            jamba               Jamba
            lfm2                LFM2
            llama               LLaMA
            llama4              LLaMA
            llama4_text         LLaMA
            mamba               Mamba
            mamba2              Mamba
            ministral           Ministral
            mistral             Mistral
            mistral3            Mistral
            mixtral             Mixtral
            mpt                 MPT
            nemotron            Nemotron
            olmo                OLMo
            olmo2               OLMo
            olmo3               OLMo
            olmoe               OLMo
            openai-gpt          GPT (the first)
            opt                 OPT
            persimmon           Persimmon
            phi                 Phi
            phi3                Phi
            phimoe              Phi
            qwen2               Qwen
            qwen2_moe           Qwen
            qwen3               Qwen
            qwen3_moe           Qwen
            qwen3_next          Qwen
            qwen3_5             Qwen
            qwen3_5_text        Qwen
            recurrent_gemma     RecurrentGemma
            rwkv                RWKV
            smollm3             SmolLM
            stablelm            StableLM
            starcoder2          StarCoder
            transfo-xl          Transformer-XL
            xglm                XGLM
            """),
    /** Encoders with decoders, which turn one text into another. */
    TRANSLATOR("take a BART instead, such as facebook/bart-base or sshleifer/distilbart-cnn-12-6", """
            bigbird_pegasus   BigBird-Pegasus
            blenderbot        BlenderBot
            blenderbot-small  BlenderBot
            encoder-decoder   encoder-decoder of two models
            fsmt              FSMT
            led               LED
            longt5            LongT5
            m2m_100           M2M-100
            marian            Marian
            mbart             mBART
            mt5               mT5
            mvp               MVP
            nllb-moe          NLLB
            pegasus           Pegasus
            pegasus_x         Pegasus-X
            plbart            PLBART
            prophetnet        ProphetNet
            switch_transformers  Switch Transformers
            t5                T5
            t5gemma           T5Gemma
            umt5              UMT5
            """),
    /** Models of pictures, with or without words. */
    PICTURES("it reads pictures, and only models of text are shown here, such as bert-base-uncased or gpt2", """
            beit        BEiT
            blip        BLIP
            blip-2      BLIP-2
            clip        CLIP
            convnext    ConvNeXt
            convnextv2  ConvNeXt
            deit        DeiT
            detr        DETR
            dinov2      DINO
            donut-swin  Donut
            dpt         DPT
            florence2   Florence
            git         GIT
            idefics2    Idefics
            idefics3    Idefics
            imagegpt    ImageGPT
            internvl    InternVL
            llava       LLaVA
            llava_next  LLaVA
            mllama      LLaMA Vision
            mobilevit   MobileViT
            owlvit      OWL-ViT
            paligemma   PaliGemma
            qwen2_vl    Qwen-VL
            qwen2_5_vl  Qwen-VL
            qwen3_vl    Qwen-VL
            resnet      ResNet
            sam         SAM
            segformer   SegFormer
            siglip      SigLIP
            siglip2     SigLIP
            smolvlm     SmolVLM
            swin        Swin Transformer
            swinv2      Swin Transformer
            trocr       TrOCR
            vilt        ViLT
            vision-encoder-decoder  vision encoder-decoder
            visual_bert VisualBERT
            vit         ViT
            vit_mae     ViT
            yolos       YOLOS
            """),
    /** Models of sound. */
    SOUND("it reads or makes sound, and only models of text are shown here, such as gpt2 or facebook/bart-base", """
            audio-spectrogram-transformer  Audio Spectrogram Transformer
            bark        Bark
            clap        CLAP
            encodec     EnCodec
            hubert      HuBERT
            moonshine   Moonshine
            musicgen    MusicGen
            seamless_m4t  SeamlessM4T
            speech-encoder-decoder  speech encoder-decoder
            speech_to_text  Speech2Text
            speecht5    SpeechT5
            vits        VITS
            voxtral     Voxtral
            wav2vec2    Wav2Vec2
            wav2vec2-bert  Wav2Vec2-BERT
            wavlm       WavLM
            whisper     Whisper
            """);

    /** Names that no list holds, but whose sound says what they are. */
    private static final Map<Pattern, OtherKind> SOUNDS_LIKE = new LinkedHashMap<>();

    static {
        SOUNDS_LIKE.put(Pattern.compile(".*(vision|vit|image|clip|[_-]vl).*"), PICTURES);
        SOUNDS_LIKE.put(Pattern.compile(".*(audio|speech|wav).*"), SOUND);
        SOUNDS_LIKE.put(Pattern.compile(".*(t5|bart|translation|seq2seq).*"), TRANSLATOR);
        SOUNDS_LIKE.put(Pattern.compile(".*bert.*"), READER);
        SOUNDS_LIKE.put(Pattern.compile(".*(gpt|llama|mistral|qwen|gemma|phi|lm).*"), WRITER);
    }

    private final String advice;
    private final Map<String, String> titles = new LinkedHashMap<>();

    /**
     * A kind.
     *
     * @param advice what to take instead
     * @param lines in each a {@code model_type}, spaces, and what people call it
     */
    OtherKind(String advice, String lines) {
        this.advice = advice;
        for (String line : lines.strip().split("\n")) {
            String[] words = line.strip().split(" +", 2);
            titles.put(words[0], words[1]);
        }
    }

    /** What people call the models of this type, {@code a model of type "…"} where nobody knows. */
    static String title(ConfigFile file) {
        return Arrays.stream(values()).map(kind -> kind.titles.get(file.modelType())).filter(Objects::nonNull)
                .findFirst().orElse("a model of type " + file.shown("model_type"));
    }

    /** What to take instead of a model of this type. */
    static String advice(String modelType) {
        Optional<OtherKind> listed = Arrays.stream(values()).filter(kind -> kind.titles.containsKey(modelType))
                .findFirst();
        String type = modelType.toLowerCase(Locale.ROOT);
        return listed.or(() -> SOUNDS_LIKE.entrySet().stream().filter(like -> like.getKey().matcher(type).matches())
                .map(Map.Entry::getValue).findFirst()).map(kind -> kind.advice)
                .orElse("take bert-base-uncased, gpt2 or facebook/bart-base instead");
    }
}
